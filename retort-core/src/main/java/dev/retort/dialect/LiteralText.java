package dev.retort.dialect;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Parses values as databases write them. */
public final class LiteralText {

    private static final String MIDNIGHT = " 00:00:00";
    private static final int DATE_LENGTH = "2020-01-01".length();

    private LiteralText() {}

    /**
     * A number in the smallest type that holds it: an {@link Integer}, a {@link Long} or a {@link BigDecimal}; empty if the text is no
     * number.
     */
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

    /** A number in comparable form: 5 and 5.00 are equal; a text that is no number is unchanged. */
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

    /** A boolean in comparable form: {@code t} and {@code 1} are {@code true}; any other text is unchanged. */
    public static String comparableTruth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "on", "1" -> "true";
            case "false", "f", "no", "n", "off", "0" -> "false";
            default -> text;
        };
    }

    /** A timestamp in comparable form: with a time, and without trailing zeros in the fraction of a second. */
    public static String comparableMoment(String text) {
        String plain = text.strip().replace('T', ' ');
        String whole = plain.length() == DATE_LENGTH ? plain + MIDNIGHT : plain;
        return withoutZeros(whole);
    }

    /** A time in comparable form: without trailing zeros in the fraction of a second. */
    public static String comparableTime(String text) {
        return withoutZeros(text.strip());
    }

    private static String withoutZeros(String time) {
        return time.indexOf('.') < 0 ? time : time.replaceFirst("\\.?0+$", "");
    }
}
