package dev.retort.benchmarks;

import java.util.Locale;

/**
 * The longest that Retort may take.
 *
 * @param timesBaseline how many times the baseline's time is allowed
 * @param seconds what is allowed on top of that
 */
record Limit(double timesBaseline, double seconds) {

    /** A multiple of the baseline. */
    static Limit times(double timesBaseline) {
        return new Limit(timesBaseline, 0);
    }

    /** A time, whatever the baseline takes. */
    static Limit of(double seconds) {
        return new Limit(0, seconds);
    }

    Limit plus(double more) {
        return new Limit(timesBaseline, seconds + more);
    }

    /** The limit in seconds. */
    double inSeconds(double baseline) {
        return timesBaseline * baseline + seconds;
    }

    @Override
    public String toString() {
        if (timesBaseline == 0) {
            return Table.time(seconds);
        }
        String times = String.format(Locale.ROOT, "%.2f ×", timesBaseline);
        return seconds == 0 ? times : times + " + " + Table.time(seconds);
    }
}
