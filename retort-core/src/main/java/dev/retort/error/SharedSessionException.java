package dev.retort.error;

import java.sql.SQLException;

/**
 * The connection shares its server session with other clients, as behind a pooler in transaction mode, and the run has statements that
 * only a session of its own keeps apart from other runs: such as commit by themselves, and all where a transaction can take no lock.
 */
public final class SharedSessionException extends RetortException {

    private static final long serialVersionUID = 1L;

    private static final Advice WAY_OUT = Advice.of(
            "Connect to the server directly, or to the pooler in session mode: set {}.",
            Advice.setting("migration_url"));

    private final String revision;

    /**
     * A run is refused, or cannot go on.
     *
     * @param sign what shows that the session is shared, as a sentence
     * @param revision the revision that has such statements
     * @param done how many steps this run has finished
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
     * The pooler gives no session to a transaction at all, as one in statement mode does not.
     *
     * @param refusal what it says
     */
    public SharedSessionException(SQLException refusal) {
        super(
                "The pooler behind this connection refuses transactions, and every step is one: " + refusal.getMessage()
                        + " Nothing was run.",
                WAY_OUT,
                refusal);
        this.revision = "";
    }

    /** The revision that has such statements; empty where there are no transactions at all. */
    public String revision() {
        return revision;
    }

    @Override
    public String kind() {
        return "shared_session";
    }
}
