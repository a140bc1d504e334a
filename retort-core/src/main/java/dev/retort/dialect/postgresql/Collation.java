package dev.retort.dialect.postgresql;

import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The collation that a column has beside its type, as it stands in the type's text: {@code varchar(50) COLLATE "C"}.
 *
 * @param type the text of the type without it
 * @param name the parts of its name; without a schema where that goes without saying
 */
record Collation(String type, List<String> name) {

    private static final String WORD = " COLLATE ";
    private static final String OWN_SCHEMA = "pg_catalog";

    Collation {
        name = List.copyOf(name);
    }

    /** The collation in the text of a type; empty when it names none, and for that of a generated column. */
    static Optional<Collation> in(String text) {
        SqlTokens tokens = SqlTokens.of(text, SqlSyntax.COMMON);
        for (int i = 0; i < tokens.size() && !tokens.get(i).is("generated"); i++) {
            if (tokens.get(i).is("collate")) {
                List<String> parts = parts(tokens.part(i + 1, tokens.size()));
                String type = text.substring(0, tokens.get(i).start()).strip();
                return parts.isEmpty() ? Optional.empty() : Optional.of(new Collation(type, parts));
            }
        }
        return Optional.empty();
    }

    private static List<String> parts(SqlTokens name) {
        List<String> parts = new ArrayList<>();
        for (SqlToken token : name.all()) {
            if (!token.is(".")) {
                parts.add(token.value());
            }
        }
        return parts.size() > 1 && parts.get(0).equals(OWN_SCHEMA) ? parts.subList(1, parts.size()) : parts;
    }

    /** Whether a column with this one has what was asked for: a name without schema is looked for in all. */
    boolean answers(Collation wish) {
        return name.equals(wish.name) || (wish.name.size() == 1 && last().equals(wish.last()));
    }

    /** Whether it is the one that a column has when nothing is said. */
    boolean usual() {
        return last().equals("default");
    }

    private String last() {
        return name.get(name.size() - 1);
    }

    /** The clause, to stand behind a type. */
    String clause() {
        return WORD
                + String.join(
                        ".",
                        name.stream()
                                .map(part -> "\"" + part.replace("\"", "\"\"") + "\"")
                                .toList());
    }
}
