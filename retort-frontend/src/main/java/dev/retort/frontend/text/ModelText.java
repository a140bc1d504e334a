package dev.retort.frontend.text;

import dev.retort.frontend.ShownPaths;
import dev.retort.frontend.Styles;
import dev.retort.report.Difference;
import dev.retort.report.ModelReport;
import java.util.List;

/** What a comparison of the entities saw, as text. */
public final class ModelText {

    private final Styles styles;
    private final ShownPaths paths;

    /** Texts in which parts stand out, and paths are as they are shown. */
    public ModelText(Styles styles, ShownPaths paths) {
        this.styles = styles;
        this.paths = paths;
    }

    /** Says how many entities were seen, and where, so that a person notices when some are missing. */
    public String seen(ModelReport report) {
        return report.entities() + (report.entities() == 1 ? " entity" : " entities") + " in "
                + String.join(", ", report.packages());
    }

    /** The differences, a line each. */
    public List<String> differences(ModelReport report) {
        if (report.isEmpty()) {
            return List.of(styles.green("No differences."));
        }
        return report.differences().stream().map(ModelText::line).toList();
    }

    private static String line(Difference difference) {
        return "  " + difference.operation() + (difference.losesData() ? "   (loses data)" : "");
    }

    /** What a person should look at. */
    public List<String> hazards(ModelReport report) {
        return report.hazards().stream()
                .map(sentence -> styles.yellow("ATTENTION:") + " " + paths.in(sentence))
                .toList();
    }
}
