package dev.retort.dialect.postgresql;

/** Privileges of the catalog as the statements that grant them. */
final class CatalogGrants {

    private CatalogGrants() {}

    /**
     * An expression whose value is the statement that grants the privilege {@code p}, a row of {@code aclexplode}.
     *
     * @param columns an expression of what follows the name of the privilege; {@code ''} for nothing
     * @param object an expression of the object with its kind
     */
    static String of(String columns, String object) {
        return """
                concat('GRANT ', p.privilege_type, %s, ' ON ', %s, ' TO ',
                    CASE p.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(p.grantee)) END,
                    CASE WHEN p.is_grantable THEN ' WITH GRANT OPTION' END)""".formatted(columns, object);
    }
}
