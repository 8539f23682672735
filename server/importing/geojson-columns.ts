/** Columns that a point of a GeoJSON file becomes. */
export const POINT_COLUMNS = ['longitude', 'latitude'] as const;
/** Says what is wrong with a feature that is no point. */
export const FAULT_COLUMN = '#fault';
