package org.comity.directory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.comity.vocabulary.ParticipantKind;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets the directory of the node that tests share list an authority as a service provider, for a few steps of a test. */
public final class ListedAsProvider implements BeanPostProcessor {

    private static volatile @Nullable String listed;

    public static <T> T during(String authority, Callable<T> steps) throws Exception {
        listed = authority;
        try {
            return steps.call();
        } finally {
            listed = null;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof Directory directory)) return bean;
        return Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, method, given) -> {
                    try {
                        var answer = method.invoke(directory, given);
                        return listed == null ? answer : of(answer);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Object of(Object answer) {
        return switch (answer) {
            case Participant it when it.id().equals(listed) -> asProvider(it);
            case Optional<?> it when it.isPresent() -> it.map(each -> of(each));
            case List<?> it -> it.stream().map(each -> of(each)).toList();
            case null, default -> answer;
        };
    }

    private static Participant asProvider(Participant it) {
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
                ParticipantKind.PROVIDER);
    }
}
