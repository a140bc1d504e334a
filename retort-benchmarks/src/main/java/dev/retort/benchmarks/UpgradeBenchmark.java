package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Upgrades through a history, then again with nothing to do; and the same history in Java, compiled and to be compiled. */
final class UpgradeBenchmark {

    private final SampleHistory history;
    private final List<Project> projects;
    private final Project inJava;

    /**
     * A benchmark, with the history written for all.
     *
     * @param inJava who takes part with revisions in Java
     */
    UpgradeBenchmark(SampleHistory history, List<Competitor> competitors, RetortTool inJava, Path directory)
            throws IOException {
        this.history = history;
        this.projects = new ArrayList<>();
        for (Competitor competitor : competitors) {
            projects.add(Project.write(competitor, history, directory));
        }
        this.inJava = Project.write(inJava, history, directory);
    }

    /** One turn of everybody. */
    void run(DatabaseServer server, Results results) throws IOException, SQLException, InterruptedException {
        Work upgrade = Work.upgrade(history.size(), server.name());
        Work nothingToDo = Work.nothingToDo(history.size(), server.name());
        Work javaFirst = Work.javaFirst(history.size(), server.name());
        Work javaCompiled = Work.javaCompiled(history.size(), server.name());
        for (Project project : projects) {
            String name = project.competitor().name();
            try (Database database = Database.on(server)) {
                Duration time = project.upgrade(database);
                database.requireApplied(history);
                results.add(upgrade, name, time);
                if (name.equals(Work.PLAIN_JDBC)) {
                    results.add(javaFirst, name, time);
                    results.add(javaCompiled, name, time);
                }
                results.add(nothingToDo, name, project.upgrade(database));
            }
        }
        RetortTool.forgetCompiled(inJava.directory());
        for (Work work : List.of(javaFirst, javaCompiled)) {
            try (Database database = Database.on(server)) {
                Duration time = inJava.upgrade(database);
                database.requireApplied(history);
                results.add(work, Results.RETORT, time);
            }
        }
    }
}
