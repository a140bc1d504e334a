package dev.retort.rows;

import java.io.IOException;
import java.math.BigDecimal;

/** Numbers in files of rows. */
final class Numbers {

    /** The longest number that certainly is a {@code long}. */
    private static final int SHORT = 18;

    /** More digits than the numbers of any database have. */
    private static final int MOST_DIGITS = 100_000;

    private Numbers() {}

    /**
     * A number as JSON writes it.
     *
     * @throws IOException saying, as a clause about its row, that it is too large
     */
    static Number read(String written) throws IOException {
        if (written.length() <= SHORT
                && written.chars().allMatch(character -> character == '-' || Character.isDigit(character))) {
            return Long.valueOf(written);
        }
        try {
            BigDecimal number = new BigDecimal(written);
            if (Math.abs((long) number.scale()) <= MOST_DIGITS) {
                return number;
            }
        } catch (NumberFormatException tooLarge) {
            throw new IOException("its number " + written + " is larger than a database keeps", tooLarge);
        }
        throw new IOException("its number " + written + " has more digits than a database keeps");
    }
}
