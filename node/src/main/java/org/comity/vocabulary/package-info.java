/**
 * The field's words as values: State Parties, references, roles, rules. The JDK and nothing else.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.comity.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
