package org.comity.launch;

import java.net.BindException;
import org.comity.database.InUse;
import org.springframework.boot.web.server.PortInUseException;

/** What keeps a program from starting, where the person at the terminal can do something about it. */
final class Trouble {

    private Trouble() {}

    /** @return the sentence to stop with, or what was thrown if nothing better can be said */
    static RuntimeException of(RuntimeException thrown) {
        String port = null;
        String said = "";
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            said = String.valueOf(each.getMessage());
            if (each instanceof InUse) {
                return new Stop(said);
            }
            if (each instanceof PortInUseException inUse) {
                return new Stop("Port %d is in use. Stop what uses it, or set another server.port.".formatted(inUse.getPort()));
            }
            if (said.startsWith("The AS4 port ")) {
                port = said.replaceAll("[^0-9]", " ").strip().replaceFirst("^4 +", "");
            }
            if (each instanceof BindException && port != null) {
                return new Stop("Port %s is in use. Stop what uses it, or set another node.as4.port.".formatted(port));
            }
            if (said.contains("No space left on device")) {
                return new Stop("The disk is full. Free some space and start again; nothing is lost.");
            }
        }
        return said.isBlank() ? thrown : new Stop("It cannot start: %s. The log says more.".formatted(said.strip()));
    }
}
