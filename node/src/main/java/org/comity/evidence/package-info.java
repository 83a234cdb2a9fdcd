/**
 * Items of evidence on this node: encrypted as they arrive, kept in the vault, matched, each with its custody.
 */
@ApplicationModule(
        allowedDependencies = {
            "port",
            "vocabulary",
            "clock",
            "sealing",
            "ledger",
            "ui",
            "directory",
            "identity",
            "thread"
        })
@NullMarked
package org.comity.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
