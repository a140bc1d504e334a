package dev.retort.tests.dialect;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.testkit.Capabilities;
import dev.retort.testkit.DialectGoldenSuite;
import dev.retort.testkit.DialectNames;
import dev.retort.testkit.OperationCase;
import dev.retort.tests.server.DatabaseUnderTest;
import java.util.List;

/** What MySQL's dialect compiles each case to, also where no server is at hand. */
class MysqlGoldenTest extends DialectGoldenSuite {

    @Override
    protected String dialect() {
        return "mysql";
    }

    @Override
    protected Capabilities capabilities(DatabaseVersion version) {
        return DatabaseUnderTest.MYSQL.capabilities();
    }

    @Override
    protected DialectNames names() {
        return MysqlCases.NAMES;
    }

    @Override
    protected List<OperationCase> ownCases() {
        return MysqlCases.all();
    }
}
