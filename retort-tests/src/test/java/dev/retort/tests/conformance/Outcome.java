package dev.retort.tests.conformance;

/** How autogenerate fares with a pair of schemas, the worst last. */
enum Outcome {
    /** There and back the catalog is as if the schema had been made so, and nothing is found afterwards. */
    RIGHT,
    /** Right but for the way a column counts: {@code SERIAL} or an identity, with {@code AUTOINCREMENT} or without. */
    RIGHT_BUT_NUMBERING,
    /** Right, but the catalog says something in another way, which is the same to the database for a reason that is given. */
    EQUAL,
    /** Something differs afterwards; a remark names it, as what cannot be compared or is left to people. */
    REMARKED,
    /** Nothing is written, or not all of it, and an error says why. */
    REFUSED,
    /** The upgrade leads where it should, and the downgrade does not. */
    COMES_BACK_DIFFERENT,
    /** Something differs after the upgrade, and nothing names it. */
    MISSED,
    /** A second comparison finds something, and none of it was left out of the revision. */
    FOUND_AGAIN,
    /** A statement fails, or a command fails that has no reason to. */
    CRASH;

    /** Whether it is wrong whatever the pair is. */
    boolean isWrong() {
        return compareTo(COMES_BACK_DIFFERENT) >= 0;
    }
}
