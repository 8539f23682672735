/** Name of the store below DATA_DIR. */
export const DATABASE_FILE = 'petarawan.sqlite';
