/**
 * PostgreSQL: the ministry's own when {@code spring.datasource.url} is set, else one that this node brings along.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.comity.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
