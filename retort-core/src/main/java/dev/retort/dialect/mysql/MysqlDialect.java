package dev.retort.dialect.mysql;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.mariadb.MariadbDialect;
import dev.retort.dialect.mariadb.MariadbLiterals;
import dev.retort.dialect.mariadb.MariadbSession;
import dev.retort.dialect.mariadb.MariadbSessionState;
import dev.retort.dialect.mariadb.MariadbSessions;
import dev.retort.operation.DialectName;
import java.util.List;

/** The parts of MySQL: those of MariaDB, and its own. */
final class MysqlDialect {

    private MysqlDialect() {}

    static Dialect of(DatabaseVersion version, MariadbSession session) {
        DialectName name = MysqlProvider.NAME;
        MysqlFeatures features = new MysqlFeatures(version);
        MysqlIdentifiers identifiers = new MysqlIdentifiers();
        MariadbLiterals literals = new MariadbLiterals();
        MysqlTypes types = new MysqlTypes(features, literals);
        MysqlColumns columns = new MysqlColumns(identifiers, types, literals);
        MysqlFailures failures = new MysqlFailures();
        MysqlTemporaryTableDdl scratch =
                new MysqlTemporaryTableDdl(name, features, columns, identifiers, types, literals, session);
        return MariadbDialect.builder(name, version.after(MysqlProvider.PRODUCT), identifiers, types, session)
                .ddl(new MysqlDdl(name, features, columns, identifiers, types, literals, session))
                .inspector(new MysqlInspector(types, identifiers))
                .comparison(new MysqlComparison(types, features, session))
                .normalizer(new MysqlNormalizer(scratch, identifiers, types, failures))
                .failures(failures)
                .sessions(new MariadbSessions("performance_schema.global_status"))
                .sessionState(new MariadbSessionState(List.of()))
                .scriptCommand("mysql --comments DATABASE < FILE")
                .build();
    }
}
