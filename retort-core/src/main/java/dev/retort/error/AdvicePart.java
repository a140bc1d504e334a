package dev.retort.error;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of an advice. Cases may be added. */
public sealed interface AdvicePart extends Serializable
        permits Advice, Action, AdvicePart.Call, AdvicePart.Setting, AdvicePart.Option, AdvicePart.Database {

    /**
     * An action with its arguments.
     *
     * @param arguments revisions, in the order in which they are given
     */
    record Call(Action action, List<String> arguments) implements AdvicePart {

        private static final long serialVersionUID = 1L;

        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A setting.
     *
     * @param key its key
     * @param value the value to set, as in the configuration file; null for none in particular
     */
    record Setting(String key, @Nullable String value) implements AdvicePart {

        private static final long serialVersionUID = 1L;
    }

    /**
     * An option of an action.
     *
     * @param name its name in lower case, words joined by {@code -}
     */
    record Option(String name) implements AdvicePart {

        private static final long serialVersionUID = 1L;
    }

    /** What says which database it is. */
    record Database() implements AdvicePart {

        private static final long serialVersionUID = 1L;
    }
}
