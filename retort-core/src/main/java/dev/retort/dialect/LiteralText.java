package dev.retort.dialect;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Values read from how a database writes them. */
public final class LiteralText {

    private static final String MIDNIGHT = " 00:00:00";
    private static final int DATE_LENGTH = "2020-01-01".length();

    private LiteralText() {}

    /** A number in the smallest type that holds it: an {@link Integer}, a {@link Long} or a {@link BigDecimal}; empty for what is none. */
    public static Optional<Number> number(String text) {
        return decimal(text).map(LiteralText::smallest);
    }

    private static Number smallest(BigDecimal number) {
        if (number.scale() != 0) {
            return number;
        }
        int bits = number.toBigIntegerExact().bitLength();
        if (bits < Integer.SIZE) {
            return number.intValueExact();
        }
        return bits < Long.SIZE ? (Number) number.longValueExact() : number;
    }

    /** A number as it is compared: 5 and 5.00 are equal; a text that is no number stays itself. */
    public static Object comparableNumber(String text) {
        return decimal(text).<Object>map(BigDecimal::stripTrailingZeros).orElse(text);
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** A truth value as it is compared: {@code t} and {@code 1} are {@code true}; a text that is none stays itself. */
    public static String comparableTruth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "on", "1" -> "true";
            case "false", "f", "no", "n", "off", "0" -> "false";
            default -> text;
        };
    }

    /** A date and time as it is compared: with a time, and without zeros at the end of a second's fraction. */
    public static String comparableMoment(String text) {
        String plain = text.strip().replace('T', ' ');
        String whole = plain.length() == DATE_LENGTH ? plain + MIDNIGHT : plain;
        return withoutZeros(whole);
    }

    /** A time of day as it is compared: without zeros at the end of a second's fraction. */
    public static String comparableTime(String text) {
        return withoutZeros(text.strip());
    }

    private static String withoutZeros(String time) {
        return time.indexOf('.') < 0 ? time : time.replaceFirst("\\.?0+$", "");
    }
}
