/**
 * How acts leave and arrive: outbox, door, AS4, courier.
 */
@ApplicationModule(
        allowedDependencies = {"port", "vocabulary", "sealing", "directory", "thread", "ledger", "clock", "ui"})
@NullMarked
package org.comity.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
