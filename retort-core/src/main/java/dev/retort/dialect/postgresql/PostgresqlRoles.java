package dev.retort.dialect.postgresql;

import dev.retort.dialect.Roles;
import dev.retort.sql.CopyRows;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The roles in statements that dumps have: owners, grants, policies. */
final class PostgresqlRoles implements Roles {

    private static final Pattern TOLD = Pattern.compile(
            "\\b(owner|policy|grant|revoke|role|user|group|authorization|do|call)\\b", Pattern.CASE_INSENSITIVE);

    /** Statements that run code. */
    private static final Set<String> CODE = Set.of("do", "call");

    /** Words in place of a role that are none. */
    private static final Set<String> NO_ROLES =
            Set.of("public", "current_user", "session_user", "current_role", "none", "default");

    private static final Set<String> KINDS = Set.of("role", "user", "group");

    @Override
    public Mention in(String sql) {
        if (!TOLD.matcher(sql).find()) {
            return Mention.NONE;
        }
        Set<String> needed = new LinkedHashSet<>();
        Set<String> made = new HashSet<>();
        boolean unseen = false;
        for (SqlTokens statement : SqlTokens.of(
                        CopyRows.withoutRows(sql, PostgresqlProvider.SYNTAX), PostgresqlProvider.SYNTAX)
                .statements(PostgresqlProvider.SYNTAX)) {
            unseen |= CODE.contains(statement.get(0).word());
            Set<String> names = new LinkedHashSet<>();
            need(statement, names);
            names.removeAll(made);
            needed.addAll(names);
            made(statement).ifPresent(made::add);
        }
        return new Mention(needed, made, unseen);
    }

    private static void need(SqlTokens tokens, Set<String> names) {
        if (tokens.size() < 3) {
            return;
        }
        String object = tokens.get(1).word();
        switch (tokens.get(0).word()) {
            case "alter" -> needToAlter(object, tokens, names);
            case "grant" -> needToGrant("to", tokens, names);
            case "revoke" -> needToGrant("from", tokens, names);
            case "create" -> {
                switch (object) {
                    case "policy" -> addBehind(tokens, names, List.of("to"));
                    case "schema" -> addBehind(tokens, names, List.of("authorization"));
                    case "user" -> addBehind(tokens, names, List.of("user", "mapping", "for"));
                    default -> {}
                }
            }
            case "set" -> {
                switch (object) {
                    case "role" -> addBehind(tokens, names, List.of("role"));
                    case "session" -> addBehind(tokens, names, List.of("session", "authorization"));
                    default -> {}
                }
            }
            default -> {}
        }
    }

    private static void needToAlter(String object, SqlTokens tokens, Set<String> names) {
        switch (object) {
            case "default" -> {
                addBehind(tokens, names, List.of("for", "role"));
                addBehind(tokens, names, List.of("for", "user"));
                addBehind(tokens, names, List.of(position(tokens, "revoke") < tokens.size() ? "from" : "to"));
            }
            case "policy" -> {
                if (position(tokens, "rename") == tokens.size()) {
                    addBehind(tokens, names, List.of("to"));
                }
            }
            default -> addBehind(tokens, names, List.of("owner", "to"));
        }
    }

    /** A role is granted if no object is named: {@code GRANT role TO role}. */
    private static void needToGrant(String before, SqlTokens tokens, Set<String> names) {
        if (position(tokens, "on") > position(tokens, before)) {
            int option = position(tokens, "for");
            addList(tokens, option < position(tokens, before) ? option + 1 : 1, names);
        }
        addBehind(tokens, names, List.of(before));
        addBehind(tokens, names, List.of("granted", "by"));
    }

    /** The position of a word outside parentheses; the end if there is none. */
    private static int position(SqlTokens tokens, String word) {
        int position = 0;
        while (position < tokens.size() && !tokens.get(position).is(word)) {
            position = tokens.get(position).is("(") ? tokens.closing(position) + 1 : position + 1;
        }
        return Math.min(position, tokens.size());
    }

    private static Optional<String> made(SqlTokens tokens) {
        boolean ofRole = tokens.size() > 2
                && KINDS.contains(tokens.get(1).word())
                && !tokens.get(2).is("mapping");
        if (ofRole && tokens.get(0).is("create")) {
            return Optional.of(name(tokens.get(2)));
        }
        boolean renames = ofRole
                && tokens.size() == 6
                && tokens.get(0).is("alter")
                && standAt(tokens, 3, List.of("rename", "to"));
        return renames ? Optional.of(name(tokens.get(5))) : Optional.empty();
    }

    @Override
    public Set<String> missing(Connection connection, Set<String> names) throws SQLException {
        Set<String> missing = new LinkedHashSet<>(names);
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT rolname FROM pg_catalog.pg_roles WHERE rolname = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    missing.remove(rows.getString(1));
                }
            }
        }
        return missing;
    }

    /** Adds the names in the list after some words, at their first occurrence outside parentheses. */
    private static void addBehind(SqlTokens tokens, Set<String> names, List<String> words) {
        int depth = 0;
        for (int i = 0; i + words.size() < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && standAt(tokens, i, words)) {
                addList(tokens, i + words.size(), names);
                return;
            }
        }
    }

    private static boolean standAt(SqlTokens tokens, int position, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!tokens.get(position + i).is(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static void addList(SqlTokens tokens, int from, Set<String> names) {
        int position = from;
        boolean more = true;
        while (more && position < tokens.size()) {
            if (tokens.get(position).is("group")) {
                position++;
            }
            SqlToken token = tokens.get(Math.min(position, tokens.size() - 1));
            boolean word = token.kind() == SqlToken.Kind.WORD;
            if ((word || token.kind() == SqlToken.Kind.QUOTED_NAME) && !(word && NO_ROLES.contains(token.word()))) {
                names.add(name(token));
            }
            more = position + 1 < tokens.size() && tokens.get(position + 1).is(",");
            position += 2;
        }
    }

    private static String name(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : token.value();
    }
}
