package dev.retort.dialect;

import dev.retort.schema.Table;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names that Hibernate gives constraints and indexes: a prefix such as UK, and a digest. */
public final class HibernateNames extends ConstraintNames {

    private static final int RADIX = 35;

    /** A prefix and the digits of an MD5, of which the first ones may be zero and are left out. */
    private static final Pattern GENERATED =
            Pattern.compile("(?:uk|fk|idx)(?=[a-y]*[0-9])[0-9a-y]{22,25}", Pattern.CASE_INSENSITIVE);

    public HibernateNames(IdentifierRules rules) {
        super(rules);
    }

    /** Whether Hibernate has made a name, because the mapping gives none. */
    public static boolean isGenerated(String name) {
        return GENERATED.matcher(name).matches();
    }

    @Override
    protected String unique(Table table, List<String> columns, int number) {
        String text = "table`" + table.name().name() + "`"
                + columns.stream()
                        .sorted()
                        .map(column -> "column`" + column + "`")
                        .collect(Collectors.joining());
        return "UK" + digest(text).toString(RADIX) + (number == 0 ? "" : "_" + number);
    }

    private static BigInteger digest(String text) {
        try {
            return new BigInteger(1, MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5.", e);
        }
    }
}
