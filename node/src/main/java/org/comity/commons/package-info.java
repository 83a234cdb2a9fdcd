/**
 * What States share with everybody through the Secretariat: practices and who tried them, reporting points, law by article,
 * cards of providers, figures by a common definition. Each comes in as an act of a procedure; here stands what those acts say
 * now, and what of it is public.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "ui",
            "sheet",
            "convention",
            "thread",
            "procedure",
            "casework",
            "directory",
            "site",
            "board"
        })
@NullMarked
package org.comity.commons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
