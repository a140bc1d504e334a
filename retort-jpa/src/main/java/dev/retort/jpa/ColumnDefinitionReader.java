package dev.retort.jpa;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlToken.Kind;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.hibernate.boot.model.naming.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * Parses a {@code columnDefinition}: the type, then one clause after the other. Never fails: a clause that is not understood stays part of
 * the type.
 */
final class ColumnDefinitionReader {

    /** Words that always begin a clause; others only do so before certain words. */
    private static final Set<String> CLAUSES = Set.of(
            "as",
            "auto_increment",
            "charset",
            "check",
            "collate",
            "comment",
            "constraint",
            "default",
            "generated",
            "null",
            "primary",
            "references",
            "unique");

    private final String column;
    private final String sql;
    private final SqlTokens tokens;
    private final boolean storesGenerated;
    private final PhysicalNames names;
    private final Function<QualifiedName, Optional<String>> primaryKey;

    private final StringJoiner type = new StringJoiner(" ");
    private final List<UniqueConstraint> uniqueConstraints = new ArrayList<>();
    private final List<CheckConstraint> checks = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();

    private boolean notNull;
    private @Nullable String defaultValue;
    private @Nullable String onUpdate;
    private @Nullable Generated generated;
    private @Nullable String characterSet;
    private @Nullable QualifiedName collation;
    private @Nullable String comment;

    private int at;

    /**
     * A reader.
     *
     * @param column the column's name
     * @param sql its definition
     * @param storesGenerated whether a generated column is stored if it is neither STORED nor VIRTUAL
     * @param primaryKey finds the only column of a table's primary key, for a reference without columns
     */
    ColumnDefinitionReader(
            String column,
            String sql,
            SqlSyntax syntax,
            boolean storesGenerated,
            PhysicalNames names,
            Function<QualifiedName, Optional<String>> primaryKey) {
        this.column = column;
        this.sql = sql;
        this.tokens = SqlTokens.of(sql, syntax);
        this.storesGenerated = storesGenerated;
        this.names = names;
        this.primaryKey = primaryKey;
    }

    ColumnDefinition read() {
        if (tokens.size() == 0 || isNumbered()) {
            return ColumnDefinition.ofType(sql);
        }
        keep(0, nextClause(1));
        while (at < tokens.size()) {
            readClause();
        }
        return new ColumnDefinition(
                type.toString(),
                notNull,
                defaultValue,
                onUpdate,
                generated,
                characterSet,
                collation,
                comment,
                uniqueConstraints,
                checks,
                foreignKeys);
    }

    /** Whether it is an identity column, or the row start or end column of system versioning. */
    private boolean isNumbered() {
        for (int i = 0; i < tokens.size(); i = after(i)) {
            if (token(i).is("as") && !token(i + 1).is("(")) {
                return true;
            }
        }
        return false;
    }

    private void readClause() {
        int start = at;
        String name = constraintName();
        int word = at;
        Runnable clause = clause(name);
        if (clause != null && at == nextClause(at)) {
            clause.run();
        } else {
            keep(start, nextClause(Math.max(at, after(word))));
        }
    }

    private @Nullable String constraintName() {
        if (!token(at).is("constraint")) {
            return null;
        }
        String name = name(at + 1);
        at += 2;
        return name;
    }

    /** Reads the clause that begins here; null if it is not understood. */
    private @Nullable Runnable clause(@Nullable String name) {
        SqlToken first = token(at++);
        return switch (first.word()) {
            case "null" -> () -> {};
            case "not" -> forbiddenNull();
            case "default" -> defaultValue();
            case "on" -> onUpdate();
            case "generated" -> generatedAlways();
            case "as" -> generated();
            case "character" -> characterSet(at + 1);
            case "charset" -> characterSet(at);
            case "collate" -> collation();
            case "comment" -> comment();
            case "unique" -> unique(name);
            case "check" -> check(name);
            case "references" -> reference(name);
            default -> null;
        };
    }

    private Runnable forbiddenNull() {
        at++;
        return () -> notNull = true;
    }

    private @Nullable Runnable defaultValue() {
        if (token(at).isEnd()) {
            return null;
        }
        int start = at;
        at = nextClause(after(start));
        return () -> defaultValue = text(start, at);
    }

    /** The ON UPDATE expression; a referential action belongs to a reference that was not understood. */
    private @Nullable Runnable onUpdate() {
        at++;
        if (token(at).isEnd() || action().isPresent()) {
            return null;
        }
        int start = at;
        at = nextClause(after(start));
        return () -> onUpdate = text(start, at);
    }

    private @Nullable Runnable generatedAlways() {
        if (!token(at).is("always") || !token(at + 1).is("as")) {
            return null;
        }
        at += 2;
        return generated();
    }

    private @Nullable Runnable generated() {
        if (!opensParentheses()) {
            return null;
        }
        int open = at;
        at = after(open);
        String expression = text(open + 1, at - 1);
        boolean saysStored = token(at).is("stored") || token(at).is("persistent");
        boolean saysVirtual = token(at).is("virtual");
        if (saysStored || saysVirtual) {
            at++;
        }
        boolean stored = saysStored || (storesGenerated && !saysVirtual);
        return () -> generated = new Generated(expression, stored);
    }

    private @Nullable Runnable characterSet(int position) {
        if (token(position).isEnd()) {
            return null;
        }
        at = position + 1;
        return () -> characterSet = token(position).value();
    }

    private @Nullable Runnable collation() {
        SqlToken first = token(at++);
        if (first.isEnd()) {
            return null;
        }
        if (!token(at).is(".") || token(at + 1).isEnd()) {
            return () -> collation = QualifiedName.of(first.value());
        }
        SqlToken second = token(at + 1);
        at += 2;
        return () -> collation = new QualifiedName(first.value(), second.value());
    }

    private @Nullable Runnable comment() {
        SqlToken text = token(at++);
        return text.kind() == Kind.TEXT ? () -> comment = text.value() : null;
    }

    private Runnable unique(@Nullable String name) {
        if (token(at).is("key")) {
            at++;
        }
        return () -> uniqueConstraints.add(UniqueConstraint.of(name, List.of(column)));
    }

    private @Nullable Runnable check(@Nullable String name) {
        if (!opensParentheses()) {
            return null;
        }
        int open = at;
        at = after(open);
        String condition = text(open + 1, at - 1);
        return () -> checks.add(CheckConstraint.of(name, condition));
    }

    private @Nullable Runnable reference(@Nullable String name) {
        if (token(at).isEnd()) {
            return null;
        }
        QualifiedName table = table();
        Optional<String> referred = token(at).is("(") ? columnInParentheses() : primaryKey.apply(table);
        ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
        while (token(at).is("on")) {
            boolean delete = token(at + 1).is("delete");
            at += 2;
            Optional<ReferentialAction> action = action();
            if (action.isEmpty()) {
                return null;
            }
            onDelete = delete ? action.get() : onDelete;
            onUpdate = delete ? onUpdate : action.get();
        }
        if (referred.isEmpty()) {
            return null;
        }
        ForeignKey key = ForeignKey.of(name, List.of(column), table, List.of(referred.get()))
                .onDelete(onDelete)
                .onUpdate(onUpdate);
        return () -> foreignKeys.add(key);
    }

    private QualifiedName table() {
        Identifier first = Identifier.toIdentifier(token(at++).text());
        if (!token(at).is(".") || token(at + 1).isEnd()) {
            return names.qualified(null, null, first);
        }
        Identifier second = Identifier.toIdentifier(token(at + 1).text());
        at += 2;
        return names.qualified(first, first, second);
    }

    private Optional<String> columnInParentheses() {
        int open = at;
        boolean one = opensParentheses() && tokens.closing(open) == open + 2;
        at = after(open);
        return one ? Optional.of(name(open + 1)) : Optional.empty();
    }

    private boolean opensParentheses() {
        return token(at).is("(") && token(tokens.closing(at)).is(")");
    }

    private Optional<ReferentialAction> action() {
        for (ReferentialAction action : ReferentialAction.values()) {
            List<String> words = List.of(action.sql().toLowerCase(Locale.ROOT).split(" "));
            int end = at + words.size();
            if (end <= tokens.size()
                    && tokens.part(at, end).all().stream()
                            .map(SqlToken::word)
                            .toList()
                            .equals(words)) {
                at = end;
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    /** The position of the next clause, from a position on; the end if there is none. */
    private int nextClause(int from) {
        int i = from;
        while (i < tokens.size() && !beginsClause(i)) {
            i = after(i);
        }
        return Math.min(i, tokens.size());
    }

    private boolean beginsClause(int position) {
        SqlToken next = token(position + 1);
        return switch (token(position).word()) {
            case "not" -> next.is("null");
            case "on" -> next.is("update");
            case "character" -> next.is("set");
            default -> CLAUSES.contains(token(position).word());
        };
    }

    /** The position after a token, or after the parenthesis that it opens. */
    private int after(int position) {
        return (token(position).is("(") ? tokens.closing(position) : position) + 1;
    }

    /** Adds tokens to the type and continues after them. */
    private void keep(int from, int to) {
        type.add(text(from, to));
        at = to;
    }

    private String name(int position) {
        SqlToken token = token(position);
        return token.isEnd() ? "" : names.text(token.text());
    }

    private String text(int from, int to) {
        return from >= to
                ? ""
                : sql.substring(token(from).start(), token(to - 1).end());
    }

    private SqlToken token(int position) {
        return position < tokens.size() ? tokens.get(position) : new SqlToken(Kind.END, "", "", sql.length(), true);
    }
}
