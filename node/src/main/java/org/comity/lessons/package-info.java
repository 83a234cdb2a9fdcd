/**
 * Lessons on a practice node: whoever practises is led step by step, and each step is ticked by what is on record. A lesson is
 * a file. Nothing of it leaves the node, and on a node that is not one of practice there is none.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "ui", "ledger", "identity", "thread", "procedure", "evidence"})
@NullMarked
package org.comity.lessons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
