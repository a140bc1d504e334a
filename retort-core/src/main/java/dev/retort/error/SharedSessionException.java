package dev.retort.error;

import java.sql.SQLException;

/**
 * The connection shares its server session with other clients, as behind a pooler in transaction mode, and the run has statements for which
 * it needs a session of its own to keep other runs out: those that commit by themselves, or all if the database has no transaction locks.
 */
public final class SharedSessionException extends RetortException {

    private static final long serialVersionUID = 1L;

    private static final Advice WAY_OUT = Advice.of(
            "Connect to the server directly, or to the pooler in session mode: set {}.",
            Advice.setting("migration_url"));

    private final String revision;

    /**
     * A run is refused, or cannot continue.
     *
     * @param sign what shows that the session is shared, as a sentence
     * @param revision the revision with such statements
     * @param done the number of steps that this run has completed
     */
    public SharedSessionException(String sign, String revision, int done) {
        super(
                "This connection shares its server session with others, as behind a pooler in transaction mode: " + sign
                        + " Without a session of its own Retort cannot keep another run out of the statements of revision '"
                        + revision + "'. "
                        + (done == 0 ? "Nothing was run." : "The steps before it are done: " + done + "."),
                WAY_OUT,
                null);
        this.revision = revision;
    }

    /**
     * The pooler refuses transactions, as in statement mode.
     *
     * @param refusal its message
     */
    public SharedSessionException(SQLException refusal) {
        super(
                "The pooler behind this connection refuses transactions, and every step is one: " + refusal.getMessage()
                        + " Nothing was run.",
                WAY_OUT,
                refusal);
        this.revision = "";
    }

    /** The revision with such statements; empty if there are no transactions at all. */
    public String revision() {
        return revision;
    }

    @Override
    public String kind() {
        return "shared_session";
    }
}
