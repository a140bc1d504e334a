package dev.retort.dialect.sqlite;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Generated;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlToken.Kind;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What only the text of a CREATE TABLE tells: SQLite keeps the names of constraints, the conditions and the generating expressions
 * nowhere else. Never fails: what it does not understand it passes over.
 */
final class TableText {

    private final String sql;
    private final SqlTokens tokens;
    private final List<UniqueConstraint> uniqueConstraints = new ArrayList<>();
    private final List<CheckConstraint> checks = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final Map<String, Generated> generated = new HashMap<>();
    private final Map<String, String> collations = new HashMap<>();

    private @Nullable String primaryKeyName;

    private int at;
    private @Nullable String column;
    private @Nullable String pendingName;
    private boolean inForeignKey;

    TableText(String sql) {
        this.sql = sql;
        this.tokens = SqlTokens.of(sql, SqliteProvider.SYNTAX);
        while (at < tokens.size() && !tokens.get(at).is("(")) {
            at++;
        }
        readBody();
    }

    /** The name of the primary key; null when it has none. */
    @Nullable
    String primaryKeyName() {
        return primaryKeyName;
    }

    List<UniqueConstraint> uniqueConstraints() {
        return uniqueConstraints;
    }

    List<CheckConstraint> checks() {
        return checks;
    }

    /**
     * What the text alone tells of a foreign key.
     *
     * @param name its name; null for none
     * @param deferrability when it is checked
     */
    record Reference(@Nullable String name, Deferrability deferrability) {}

    /** A foreign key that the text does not tell. */
    static final Reference UNKNOWN = new Reference(null, Deferrability.NOT_DEFERRABLE);

    /** The foreign keys in the order of the text. */
    List<Reference> references() {
        return references;
    }

    /** How columns are computed, by their names. */
    Map<String, Generated> generated() {
        return generated;
    }

    /** The collations that columns name, by the columns' names. */
    Map<String, String> collations() {
        return collations;
    }

    private void readBody() {
        int end = at < tokens.size() ? tokens.closing(at) : at;
        at++;
        boolean beginning = true;
        while (at < end) {
            if (beginning) {
                beginElement();
                beginning = false;
            } else if (tokens.get(at).is(",")) {
                beginning = true;
                at++;
            } else {
                readClause();
            }
        }
    }

    private void beginElement() {
        column = null;
        pendingName = null;
        inForeignKey = false;
        SqlToken first = tokens.get(at);
        boolean ofTable = first.is("constraint")
                || first.is("primary")
                || first.is("unique")
                || first.is("check")
                || first.is("foreign");
        if (!ofTable) {
            column = first.name();
            at++;
        }
    }

    private void readClause() {
        SqlToken token = tokens.get(at);
        if (token.kind() != Kind.WORD) {
            at = token.is("(") ? tokens.closing(at) + 1 : at + 1;
            return;
        }
        switch (token.value()) {
            case "constraint" -> {
                pendingName = token(at + 1).name();
                at += 2;
            }
            case "primary" -> {
                primaryKeyName = takeName();
                at += 2;
            }
            case "unique" -> {
                at++;
                uniqueConstraints.add(UniqueConstraint.of(takeName(), columns()));
            }
            case "check" -> {
                at++;
                checks.add(CheckConstraint.of(takeName(), parenthesised()));
            }
            case "foreign" -> {
                at += 2;
                references.add(new Reference(takeName(), Deferrability.NOT_DEFERRABLE));
                inForeignKey = true;
            }
            case "references" -> {
                if (!inForeignKey) {
                    references.add(new Reference(takeName(), Deferrability.NOT_DEFERRABLE));
                }
                inForeignKey = false;
                at += 2;
            }
            case "deferrable" -> readDeferrable();
            case "generated", "as" -> readGenerated();
            case "default", "null" -> {
                pendingName = null;
                at++;
            }
            case "not" -> {
                pendingName = null;
                at += token(at + 1).is("deferrable") ? 2 : 1;
            }
            case "collate" -> {
                pendingName = null;
                if (column != null) {
                    collations.put(column, token(at + 1).name());
                }
                at += 2;
            }
            default -> at++;
        }
    }

    private void readDeferrable() {
        at++;
        boolean deferred = token(at).is("initially") && token(at + 1).is("deferred");
        if (!references.isEmpty()) {
            int last = references.size() - 1;
            references.set(
                    last,
                    new Reference(
                            references.get(last).name(),
                            deferred ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE));
        }
    }

    private void readGenerated() {
        while (at < tokens.size() && !tokens.get(at).is("(")) {
            at++;
        }
        String expression = parenthesised();
        if (column != null) {
            generated.put(column, new Generated(expression, token(at).is("stored")));
        }
    }

    /** The columns of a list in parentheses, or the column that is being read when there is no list. */
    private List<String> columns() {
        if (!token(at).is("(")) {
            return column == null ? List.of() : List.of(column);
        }
        List<String> columns = new ArrayList<>();
        int end = tokens.closing(at);
        for (int i = at; i < end; i++) {
            if (i == at || tokens.get(i).is(",")) {
                columns.add(token(i + 1).name());
            }
        }
        at = end + 1;
        return columns;
    }

    private String parenthesised() {
        int open = at;
        if (!token(open).is("(")) {
            return "";
        }
        int close = tokens.closing(open);
        at = close + 1;
        return close == open
                ? ""
                : sql.substring(tokens.get(open).end(), tokens.get(close).start())
                        .strip();
    }

    private @Nullable String takeName() {
        String name = pendingName;
        pendingName = null;
        return name;
    }

    private SqlToken token(int position) {
        return position < tokens.size() ? tokens.get(position) : new SqlToken(Kind.END, "", "", sql.length(), true);
    }
}
