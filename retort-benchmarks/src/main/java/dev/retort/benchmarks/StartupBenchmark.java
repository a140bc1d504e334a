package dev.retort.benchmarks;

import dev.retort.benchmarks.program.EmptyProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What needs no database, beside a JVM that does nothing. */
final class StartupBenchmark {

    private final JavaPrograms programs;
    private final RetortTool retort;
    private final Project project;

    StartupBenchmark(JavaPrograms programs, RetortTool retort, SampleHistory history, Path directory)
            throws IOException {
        this.programs = programs;
        this.retort = retort;
        this.project = Project.write(retort, history, directory);
    }

    /** One turn. */
    void run(Results results) throws IOException, InterruptedException {
        Path directory = project.directory();
        Work version = Work.version();
        Work heads = Work.heads(project.history().size());
        Duration empty = Launch.of(programs.command(EmptyProgram.class, List.of()), directory)
                .run();
        results.add(version, Work.EMPTY_JVM, empty);
        results.add(version, Results.RETORT, retort.version(directory).run());
        results.add(heads, Work.EMPTY_JVM, empty);
        results.add(heads, Results.RETORT, retort.heads(directory).run());
    }
}
