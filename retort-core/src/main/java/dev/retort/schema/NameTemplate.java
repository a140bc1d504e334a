package dev.retort.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A template of a naming convention: text with tokens such as {@code %(table_name)s}. */
final class NameTemplate {

    private static final Pattern TABLE_COLUMN = Pattern.compile("column_(?:(\\d{1,4})|0(_?N))_(name|key|label)");
    private static final Pattern REFERRED_COLUMN = Pattern.compile("referred_column_(?:(\\d{1,4})|0(_?N))_(name)");

    /**
     * What a template is filled with.
     *
     * @param table the table
     * @param columns the columns and expressions
     * @param referredTable the referenced table; null if there is none
     * @param referredColumns the referenced columns
     */
    record Subject(
            QualifiedName table,
            List<Index.Part> columns,
            @Nullable QualifiedName referredTable,
            List<Index.Part> referredColumns) {}

    /** A piece of the template. */
    private interface Piece {

        /** Its text; empty if the subject lacks what it needs. */
        Optional<String> text(Subject subject);
    }

    /** The place of the name that the constraint was given. */
    private enum GivenName implements Piece {
        TOKEN;

        @Override
        public Optional<String> text(Subject subject) {
            return Optional.empty();
        }
    }

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();

    private NameTemplate(String text) {
        this.text = text;
    }

    /**
     * Parses a template.
     *
     * @throws IllegalArgumentException saying what in it cannot be used
     */
    static NameTemplate parse(String text, NamingConvention.Kind kind) {
        NameTemplate template = new NameTemplate(text);
        StringBuilder literal = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) != '%') {
                literal.append(text.charAt(i++));
            } else if (text.startsWith("%%", i)) {
                literal.append('%');
                i += 2;
            } else {
                int end = text.indexOf(')', i);
                if (!text.startsWith("%(", i) || end < 0 || !text.startsWith(")s", end)) {
                    throw template.refused("in it, a token is written %(name)s and a percent sign %%", kind);
                }
                template.add(literal);
                template.pieces.add(template.token(text.substring(i + 2, end), kind));
                i = end + 2;
            }
        }
        template.add(literal);
        if (template.pieces.isEmpty()) {
            throw template.refused("it is empty", kind);
        }
        return template;
    }

    private void add(StringBuilder literal) {
        if (!literal.isEmpty()) {
            Optional<String> written = Optional.of(literal.toString());
            pieces.add(subject -> written);
            literal.setLength(0);
        }
    }

    private Piece token(String name, NamingConvention.Kind kind) {
        if (name.equals("table_name")) {
            return subject -> Optional.of(subject.table().name());
        }
        if (name.equals("constraint_name")) {
            return GivenName.TOKEN;
        }
        if (name.equals("referred_table_name") && kind == NamingConvention.Kind.FK) {
            return subject -> Optional.ofNullable(subject.referredTable()).map(QualifiedName::name);
        }
        Matcher own = TABLE_COLUMN.matcher(name);
        if (own.matches() && kind != NamingConvention.Kind.CK) {
            return columns(own, Subject::columns);
        }
        Matcher referred = REFERRED_COLUMN.matcher(name);
        if (referred.matches() && kind == NamingConvention.Kind.FK) {
            return columns(referred, Subject::referredColumns);
        }
        throw refused("'" + name + "' is not a token that it can have", kind);
    }

    private IllegalArgumentException refused(String why, NamingConvention.Kind kind) {
        return new IllegalArgumentException("The template '" + text + "' of '" + kind.key() + "' cannot be used: " + why
                + ". It can have " + String.join(", ", tokens(kind)) + ".");
    }

    private static List<String> tokens(NamingConvention.Kind kind) {
        List<String> tokens = new ArrayList<>(List.of("table_name", "constraint_name"));
        if (kind != NamingConvention.Kind.CK) {
            tokens.addAll(List.of("column_0_name", "column_0_key", "column_0_label"));
        }
        if (kind == NamingConvention.Kind.FK) {
            tokens.addAll(List.of("referred_table_name", "referred_column_0_name"));
        }
        if (kind != NamingConvention.Kind.CK) {
            tokens.add("and for 0 also another number, or for all columns 0N or 0_N");
        }
        return tokens;
    }

    /** One column, or all joined. A column beyond the last one is no text, as to SQLAlchemy. */
    private static Piece columns(Matcher token, Function<Subject, List<Index.Part>> of) {
        String all = token.group(2);
        int number = all == null ? Integer.parseInt(token.group(1)) : 0;
        boolean label = token.group(3).equals("label");
        return subject -> {
            List<Index.Part> parts = of.apply(subject);
            if (all == null && number > 0 && number >= parts.size()) {
                return Optional.of("");
            }
            List<Index.Part> named = all == null ? parts.subList(number, Math.min(number + 1, parts.size())) : parts;
            if (named.isEmpty() || named.stream().anyMatch(Index.Part::expression)) {
                return Optional.empty();
            }
            return Optional.of(named.stream()
                    .map(part -> label ? label(subject.table(), part) : part.text())
                    .collect(Collectors.joining("_N".equals(all) ? "_" : "")));
        };
    }

    private static String label(QualifiedName table, Index.Part part) {
        String schema = table.schema();
        return (schema == null ? "" : schema + "_") + table.name() + "_" + part.text();
    }

    boolean hasGivenName() {
        return pieces.contains(GivenName.TOKEN);
    }

    /** The name; empty if the subject, or the given name, lacks what the template needs. */
    Optional<String> fill(Subject subject, @Nullable String given) {
        StringBuilder name = new StringBuilder();
        for (Piece piece : pieces) {
            Optional<String> filled = piece == GivenName.TOKEN ? Optional.ofNullable(given) : piece.text(subject);
            if (filled.isEmpty()) {
                return Optional.empty();
            }
            name.append(filled.get());
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name.toString());
    }

    /** Whether the template may have made a name. */
    boolean mayHaveMade(String name, Subject subject, NameLimit limit) {
        StringBuilder start = new StringBuilder();
        StringBuilder pattern = new StringBuilder();
        boolean fixed = true;
        for (Piece piece : pieces) {
            String written = piece.text(subject).orElse("");
            fixed = fixed && piece != GivenName.TOKEN;
            start.append(fixed ? written : "");
            pattern.append(piece == GivenName.TOKEN ? ".+" : Pattern.quote(written));
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(name).matches()
                || limit.isShortened(name, start.toString());
    }

    /** The template as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
