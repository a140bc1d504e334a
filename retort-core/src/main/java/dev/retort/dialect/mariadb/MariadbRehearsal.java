package dev.retort.dialect.mariadb;

import dev.retort.dialect.Rehearsal;
import dev.retort.dialect.StatementKind;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tracks the columns of tables as operations change them, to find a key or index that is too long for the server before anything runs. The
 * catalog is queried when a table is to get one. A table that a user's SQL names is unknown after it, and after Java code every table is.
 */
final class MariadbRehearsal implements Rehearsal {

    private static final Set<String> ON_TABLES = Set.of("create", "alter", "drop");

    private final Connection connection;
    private final MariadbTypes types;
    private final MariadbSession session;
    private final Map<QualifiedName, KeyColumns> known = new HashMap<>();
    private final Map<QualifiedName, List<SchemaChange>> changes = new HashMap<>();
    private final Set<String> changedBySql = new HashSet<>();
    private boolean certain = true;

    MariadbRehearsal(Connection connection, MariadbTypes types, MariadbSession session) {
        this.connection = connection;
        this.types = types;
        this.session = session;
    }

    @Override
    public Optional<String> failureAlone(Operation operation) {
        noteWhatIsUnknown(operation);
        QualifiedName table = operation.subject().flatMap(session::whole).orElse(null);
        if (!certain || table == null) {
            return Optional.empty();
        }
        try {
            return failure(operation.change(), table);
        } catch (SQLException untold) {
            certain = false;
            return Optional.empty();
        }
    }

    private void noteWhatIsUnknown(Operation operation) {
        if (operation instanceof ExecuteSql written) {
            StatementKind kind = StatementKind.of(written.sql(), MariadbProvider.SYNTAX);
            List<SqlToken> tokens =
                    SqlTokens.of(written.sql(), MariadbProvider.SYNTAX).all();
            boolean executedComment = tokens.stream().anyMatch(token -> token.kind() == SqlToken.Kind.EXECUTED_COMMENT);
            if (isOfATable(kind) && !executedComment) {
                tokens.forEach(token -> changedBySql.add(token.value().toLowerCase(Locale.ROOT)));
            } else {
                certain &= kind.changesData();
            }
        } else {
            certain &= operation.change().known();
        }
    }

    private static boolean isOfATable(StatementKind kind) {
        return !kind.isSeveral()
                && ON_TABLES.stream().anyMatch(word -> kind.begins(word, "table") || kind.begins(word, "index"));
    }

    private Optional<String> failure(SchemaChange change, QualifiedName table) throws SQLException {
        for (SchemaChange.Added added : change.added()) {
            TableElement key = added.element();
            if (key instanceof PrimaryKey || key instanceof UniqueConstraint || key instanceof Index) {
                return columns(table).tooLong(key);
            }
        }
        for (Table made : change.madeTables()) {
            changedBySql.remove(table.name().toLowerCase(Locale.ROOT));
            known.put(table, KeyColumns.of(made, types, session.collationOf(made)));
        }
        for (SchemaChange.RenamedTable renamed : change.renamedTables()) {
            KeyColumns columns = columns(table);
            known.put(table, KeyColumns.none(types));
            session.whole(renamed.to()).ifPresent(to -> known.put(to, columns));
        }
        if (!change.droppedTables().isEmpty()) {
            known.put(table, KeyColumns.none(types));
        } else if (known.computeIfPresent(table, (name, columns) -> columns.after(change)) == null) {
            changes.computeIfAbsent(table, name -> new ArrayList<>()).add(change);
        }
        return Optional.empty();
    }

    private KeyColumns columns(QualifiedName table) throws SQLException {
        if (changedBySql.contains(table.name().toLowerCase(Locale.ROOT))) {
            return KeyColumns.none(types);
        }
        KeyColumns columns = known.get(table);
        if (columns == null) {
            columns = KeyColumns.inCatalog(connection, table, types);
            for (SchemaChange change : changes.getOrDefault(table, List.of())) {
                columns = columns.after(change);
            }
            known.put(table, columns);
        }
        return columns;
    }

    @Override
    public void close() {}
}
