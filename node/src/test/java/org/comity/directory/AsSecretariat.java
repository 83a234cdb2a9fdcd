package org.comity.directory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.comity.vocabulary.ParticipantKind;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets the node that tests share be the Secretariat's while a class runs: needs, offers and records are sent to it alone. */
public final class AsSecretariat implements BeanPostProcessor, BeforeAllCallback, AfterAllCallback {

    private static volatile boolean secretariat;

    /** For one step of a test whose other steps are those of a State. */
    public static <T> T during(Callable<T> step) throws Exception {
        secretariat = true;
        try {
            return step.call();
        } finally {
            secretariat = false;
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        secretariat = true;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        secretariat = false;
    }

    /** What the directory says of this node itself is of the Secretariat; all else stays as it stands. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof Directory directory)) return bean;
        return Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, method, given) -> {
                    try {
                        var answer = method.invoke(directory, given);
                        return secretariat ? of(directory.self().id(), answer) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Object of(String self, Object answer) {
        return switch (answer) {
            case Participant it when it.id().equals(self) -> asSecretariat(it);
            case Optional<?> it when it.isPresent() -> it.map(each -> of(self, each));
            case List<?> it -> it.stream().map(each -> of(self, each)).toList();
            case null, default -> answer;
        };
    }

    private static Participant asSecretariat(Participant it) {
        return new Participant(
                it.id(),
                it.state(),
                it.names(),
                it.capitals(),
                it.zone(),
                it.node(),
                it.languages(),
                it.phone(),
                it.mail(),
                it.hours(),
                it.functions(),
                it.profile(),
                it.version(),
                it.signedAt(),
                it.validUntil(),
                ParticipantKind.SECRETARIAT);
    }
}
