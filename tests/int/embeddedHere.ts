/** Imported before the portal: it then runs on the embedded database, in a run of the tests on MongoDB too. */
process.env.DATABASE_URI = `file:${process.env.DATA_DIR}/portal.db`
