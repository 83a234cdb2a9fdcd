/**
 * The practice desk: made-up cases that officers of practice States play through the pages and the interface for programs of
 * their own nodes, as anybody does. No bean of a node: it runs beside practice nodes and has no way in but theirs.
 */
@ApplicationModule(allowedDependencies = {"clock"})
@NullMarked
package org.comity.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
