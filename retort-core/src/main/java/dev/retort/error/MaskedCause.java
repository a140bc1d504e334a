package dev.retort.error;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Replaces an exception whose message, or that of a cause, must not be shown. */
final class MaskedCause {

    private final UnaryOperator<String> shown;
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private MaskedCause(UnaryOperator<String> shown) {
        this.shown = shown;
    }

    /** The exception itself if all of it may be shown, else a copy without what must not be shown. */
    static Throwable of(Throwable cause, UnaryOperator<String> shown) {
        if (!new MaskedCause(shown).says(cause)) {
            return cause;
        }
        return new MaskedCause(shown).copy(cause);
    }

    /** Whether the message of an exception, or of a cause, contains what must not be shown. */
    private boolean says(Throwable failure) {
        if (!seen.add(failure)) {
            return false;
        }
        if (failure instanceof RetortException known) {
            known.mask(shown);
        }
        String text = String.valueOf(failure);
        boolean says = !text.equals(shown.apply(text));
        if (failure.getCause() != null) {
            says |= says(failure.getCause());
        }
        if (failure instanceof SQLException sql && sql.getNextException() != null) {
            says |= says(sql.getNextException());
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            says |= says(suppressed);
        }
        return says;
    }

    private Throwable copy(Throwable failure) {
        seen.add(failure);
        Throwable copy = failure instanceof SQLException sql
                ? new OfDatabase(shown.apply(String.valueOf(sql)), shownMessage(sql), sql)
                : new OfProgram(shown.apply(String.valueOf(failure)), shownMessage(failure));
        copy.setStackTrace(failure.getStackTrace());
        Throwable cause = failure.getCause();
        if (cause != null && !seen.contains(cause)) {
            copy.initCause(copy(cause));
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                copy.addSuppressed(copy(suppressed));
            }
        }
        if (failure instanceof SQLException sql
                && copy instanceof SQLException copied
                && sql.getNextException() != null
                && !seen.contains(sql.getNextException())
                && copy(sql.getNextException()) instanceof SQLException next) {
            copied.setNextException(next);
        }
        return copy;
    }

    private String shownMessage(Throwable failure) {
        return shown.apply(String.valueOf(failure.getMessage()));
    }

    /** Replaces an exception of a database. */
    private static final class OfDatabase extends SQLException {

        private static final long serialVersionUID = 1L;

        private final String text;

        OfDatabase(String text, String message, SQLException original) {
            super(message, original.getSQLState(), original.getErrorCode());
            this.text = text;
        }

        @Override
        @SuppressWarnings("OverrideThrowableToString") // begins with the class of the one that it stands for
        public String toString() {
            return text;
        }
    }

    /** Replaces any other exception. */
    private static final class OfProgram extends Exception {

        private static final long serialVersionUID = 1L;

        private final String text;

        OfProgram(String text, String message) {
            super(message);
            this.text = text;
        }

        @Override
        @SuppressWarnings("OverrideThrowableToString") // begins with the class of the one that it stands for
        public String toString() {
            return text;
        }
    }
}
