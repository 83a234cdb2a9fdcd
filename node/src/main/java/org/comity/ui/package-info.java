/**
 * The layout, the components, the words in every language, and how times and references are shown.
 */
@ApplicationModule(allowedDependencies = {"vocabulary"})
@NullMarked
package org.comity.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
