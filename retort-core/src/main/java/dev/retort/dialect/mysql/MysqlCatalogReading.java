package dev.retort.dialect.mysql;

import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.mariadb.CatalogReading;
import dev.retort.dialect.mariadb.MariadbSession;
import dev.retort.dialect.mariadb.TableDraft;
import dev.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Builds MySQL's tables from the rows of the catalog. */
final class MysqlCatalogReading extends CatalogReading {

    private final MysqlTypes types;

    MysqlCatalogReading(MysqlTypes types, InspectionScope scope, MariadbSession session) {
        super(types, scope, session.database(), session.foldsTableNames());
        this.types = types;
    }

    @Override
    protected TableDraft draft(QualifiedName name, String comment, @Nullable String collation) {
        return new MysqlTableDraft(types, database(), name, comment, collation);
    }
}
