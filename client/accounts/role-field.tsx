import { useTranslation } from 'react-i18next';
import { ACCOUNT_ROLES, type AccountRole } from '../../domain/role.ts';
import { SelectField } from '../ui/select-field.tsx';

interface Props {
  readonly value: AccountRole;
  readonly onChange: (role: AccountRole) => void;
}

export function RoleField({ value, onChange }: Props) {
  const { t } = useTranslation('accounts');
  return (
    <SelectField
      label={t('users.role')}
      value={value}
      onChange={(text) => onChange(ACCOUNT_ROLES.find((role) => role === text) ?? value)}
    >
      {ACCOUNT_ROLES.map((role) => (
        <option key={role} value={role}>
          {t(`role.${role}`)}
        </option>
      ))}
    </SelectField>
  );
}
