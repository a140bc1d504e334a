package dev.retort;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** What the rules of the house are checked on. */
final class ImportedClasses {

    /** Everything but tests. */
    static final JavaClasses OF_CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.retort");

    private ImportedClasses() {}
}
