package org.comity.launch;

import java.net.BindException;
import org.comity.database.HomeInUse;
import org.springframework.boot.web.server.PortInUseException;

/** Explains what keeps a program from starting, where the person at the terminal can do something about it. */
final class StartTrouble {

    private StartTrouble() {}

    /** @return the sentence to stop with, or what was thrown if nothing better can be said */
    static RuntimeException of(RuntimeException thrown) {
        String port = null;
        String said = "";
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            said = String.valueOf(each.getMessage());
            if (each instanceof HomeInUse) {
                return new CommandStopped(said);
            }
            if (each instanceof PortInUseException inUse) {
                return new CommandStopped(
                        "Port %d is in use. Stop what uses it, or set another server.port.".formatted(inUse.getPort()));
            }
            if (said.startsWith("The AS4 port ")) {
                port = said.replaceAll("[^0-9]", " ").strip().replaceFirst("^4 +", "");
            }
            if (each instanceof BindException && port != null) {
                return new CommandStopped(
                        "Port %s is in use. Stop what uses it, or set another node.as4.port.".formatted(port));
            }
            if (said.contains("No space left on device")) {
                return new CommandStopped("The disk is full. Free some space and start again; nothing is lost.");
            }
        }
        return said.isBlank()
                ? thrown
                : new CommandStopped("It cannot start: %s. The log says more.".formatted(said.strip()));
    }
}
