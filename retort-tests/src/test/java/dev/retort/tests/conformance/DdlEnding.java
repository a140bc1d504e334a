package dev.retort.tests.conformance;

/** How our statements for an operation compare with Alembic's, the worst last. */
enum DdlEnding {
    /** Both lead to the same catalog. */
    EQUAL,
    /** To the same catalog but for the way a column counts. */
    EQUAL_BUT_NUMBERING,
    /** To the same catalog if types that our dialect chooses are spelled as SQLAlchemy does. */
    EQUAL_BUT_TYPES,
    /** Alembic refuses, or the database refuses its statement; ours leaves a word of the catalog that has no effect. */
    NO_CHANGE_TO_US,
    /** Alembic refuses, or the database refuses its statement; ours has the effect of a table made so at once. */
    ONLY_OURS_RUNS,
    /** Alembic refuses, or the database refuses its statement; our dialect refuses before. */
    BOTH_REFUSE,
    /** The database refuses both. */
    DATABASE_REFUSES_BOTH,
    /** Our dialect refuses an operation whose statement by Alembic runs. */
    ONLY_ALEMBIC_RUNS,
    /** Both run and lead to different catalogs. */
    DIFFERENT,
    /** The database refuses our statement and takes Alembic's. */
    DATABASE_REFUSES_OURS,
    /** Alembic's statement does not run, and ours has another effect than a table made so at once. */
    WRONG
}
