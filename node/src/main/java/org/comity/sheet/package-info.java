/**
 * Spreadsheets that come in and go out, within limits: rows of text, and nothing of what they mean.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "ui"})
@NullMarked
package org.comity.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
