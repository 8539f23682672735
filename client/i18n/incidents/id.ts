export const id = {
  title: '',
} as const;
