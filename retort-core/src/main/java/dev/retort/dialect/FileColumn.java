package dev.retort.dialect;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;

/**
 * A column that gets values of a file, as the driver describes it.
 *
 * @param name its name
 * @param type one of {@link Types}
 * @param typeName the name of the type in the database
 * @param size the number of its bits, characters or digits
 */
public record FileColumn(String name, int type, String typeName, int size) {

    private static final String INVALID_VALUE = "22018";

    /** Whether its values are true and false. */
    public boolean isBoolean() {
        return type == Types.BOOLEAN || (type == Types.BIT && size <= 1);
    }

    /** Whether its values are texts. */
    public boolean hasTexts() {
        return switch (type) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> true;
            case Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.NCLOB -> true;
            default -> false;
        };
    }

    /** Whether its values are bytes. */
    public boolean hasBytes() {
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
            default -> false;
        };
    }

    /** Whether its values are numbers with a floating point. */
    public boolean isApproximate() {
        return type == Types.FLOAT || type == Types.REAL || type == Types.DOUBLE;
    }

    /**
     * What is thrown for a value that the column does not take.
     *
     * @param wanted what it takes
     */
    public SQLException refusal(Object value, String wanted) {
        return new SQLDataException(
                "The value '" + value + "' is none for the column " + name + " of the type " + typeName
                        + ", which takes " + wanted + ".",
                INVALID_VALUE);
    }
}
