package org.comity.launch;

import java.net.BindException;
import java.util.stream.Collectors;
import org.comity.database.HomeInUse;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.validation.FieldError;

/** Explains what keeps a program from starting, where the person at the terminal can do something about it. */
final class StartTrouble {

    private StartTrouble() {}

    /** @return the sentence to stop with, or what was thrown if nothing better can be said */
    static RuntimeException of(RuntimeException thrown) {
        String port = null;
        String said = "";
        String key = "";
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            said = String.valueOf(each.getMessage());
            if (each instanceof org.springframework.boot.context.properties.bind.BindException bound) {
                key = String.valueOf(bound.getName());
            }
            if (each instanceof BindValidationException outside) {
                return stopped(sentence(outside.getValidationErrors()));
            }
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
        if (said.isBlank()) {
            return thrown;
        }
        return stopped(key.isEmpty() || said.contains(key) ? said : key + ": " + said);
    }

    private static CommandStopped stopped(String said) {
        return new CommandStopped(
                "It cannot start: %s. The log says more.".formatted(said.strip().replaceFirst("\\.$", "")));
    }

    private static String sentence(ValidationErrors errors) {
        return errors.getAllErrors().stream()
                .map(it -> it instanceof FieldError field
                        ? "%s.%s %s"
                                .formatted(
                                        errors.getName(),
                                        DataObjectPropertyName.toDashedForm(field.getField()),
                                        field.getDefaultMessage())
                        : errors.getName() + ": " + it.getDefaultMessage())
                .sorted()
                .collect(Collectors.joining("; "));
    }
}
