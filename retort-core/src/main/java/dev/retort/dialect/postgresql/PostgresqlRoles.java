package dev.retort.dialect.postgresql;

import dev.retort.dialect.Roles;
import dev.retort.sql.CopyRows;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The roles in statements that dumps have: owners, grants, policies. */
final class PostgresqlRoles implements Roles {

    private static final Pattern TOLD = Pattern.compile(
            "\\b(owner|policy|grant|revoke|role|user|group|authorization)\\b", Pattern.CASE_INSENSITIVE);

    /** Words that stand for a role and are none. */
    private static final Set<String> NO_ROLES =
            Set.of("public", "current_user", "session_user", "current_role", "none", "default");

    private static final Set<String> KINDS = Set.of("role", "user", "group");

    @Override
    public Set<String> needed(String sql) {
        Set<String> names = new LinkedHashSet<>();
        if (!TOLD.matcher(sql).find()) {
            return names;
        }
        SqlTokens tokens = SqlTokens.of(CopyRows.withoutRows(sql, SqlSyntax.COMMON), SqlSyntax.COMMON);
        if (tokens.size() < 3) {
            return names;
        }
        switch (tokens.get(0).word()) {
            case "alter" -> addBehind(tokens, names, List.of("owner", "to"));
            case "grant" -> addBehind(tokens, names, List.of("to"));
            case "revoke" -> addBehind(tokens, names, List.of("from"));
            case "create" -> {
                if (tokens.get(1).is("policy")) {
                    addBehind(tokens, names, List.of("to"));
                } else if (tokens.get(1).is("schema")) {
                    addBehind(tokens, names, List.of("authorization"));
                }
            }
            case "set" -> {
                if (tokens.get(1).is("role")) {
                    addBehind(tokens, names, List.of("role"));
                } else if (tokens.get(1).is("session")) {
                    addBehind(tokens, names, List.of("session", "authorization"));
                }
            }
            default -> {}
        }
        return names;
    }

    @Override
    public Set<String> made(String sql) {
        if (!TOLD.matcher(sql).find()) {
            return Set.of();
        }
        SqlTokens tokens = SqlTokens.of(CopyRows.withoutRows(sql, SqlSyntax.COMMON), SqlSyntax.COMMON);
        boolean makes = tokens.size() > 2
                && tokens.get(0).is("create")
                && KINDS.contains(tokens.get(1).word());
        return makes ? Set.of(name(tokens.get(2))) : Set.of();
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

    /** Adds the names in the list behind some words, the first time that these stand outside parentheses. */
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
