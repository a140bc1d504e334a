package dev.retort.error;

/** A database cannot do what an operation asks for. */
public final class UnsupportedByDialectException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String dialect;
    private final String why;

    public UnsupportedByDialectException(String operation, String dialect, String why) {
        super(dialect + " cannot " + operation + ": " + why + ".", "Nothing was run.", null);
        this.operation = operation;
        this.dialect = dialect;
        this.why = why;
    }

    /** The operation, in words. */
    public String operation() {
        return operation;
    }

    /** The database. */
    public String dialect() {
        return dialect;
    }

    /** Why it cannot, and the way around where there is one. */
    public String why() {
        return why;
    }

    @Override
    public String kind() {
        return "unsupported";
    }
}
