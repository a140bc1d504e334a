package dev.retort.tests.dialect;

import dev.retort.testkit.DialectNames;
import dev.retort.testkit.OperationCase;
import dev.retort.tests.server.DatabaseUnderTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

@Tag("mysql")
class MysqlConformanceIT extends CousinConformanceIT {

    MysqlConformanceIT() {
        super(DatabaseUnderTest.MYSQL);
    }

    @Override
    protected DialectNames names() {
        return MysqlCases.NAMES;
    }

    @Override
    Stream<String> ownSpellings() {
        return Stream.of("tinyint(1) unsigned", "year(4)", "geometrycollection", "multipolygon", "vector(3)", "vector");
    }

    @Override
    protected List<OperationCase> ownCases() {
        return MysqlCases.all();
    }
}
