package org.comity.evidence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.GeneralSecurityException;
import org.comity.proof.age.AgeHeader;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.item.ItemKey;
import org.comity.sealing.Sealing;

/** Faces of other rooms that answer to what a test of this room asks of them, and to nothing else. */
public final class PracticeFaces {

    private PracticeFaces() {}

    public interface Answer {
        Object to(String what, Object[] arguments) throws Exception;
    }

    public static <T> T only(Class<T> face, Answer answer) {
        return face.cast(Proxy.newProxyInstance(
                face.getClassLoader(),
                new Class<?>[] {face},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    public interface Change {
        Object of(String what, Object answer) throws Exception;
    }

    /** The real one, some of whose answers are changed. */
    public static <T> T over(Class<T> face, T real, Change change) {
        return face.cast(Proxy.newProxyInstance(
                face.getClassLoader(), new Class<?>[] {face}, (proxy, method, arguments) -> {
                    try {
                        method.setAccessible(true);
                        return change.of(method.getName(), method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** Opens headers that were made for this identity. */
    public static Sealing sealing(HybridIdentity identity) {
        return only(Sealing.class, (what, arguments) -> {
            if (!what.equals("openItem")) throw new UnsupportedOperationException(what);
            try {
                return ItemKey.open(AgeHeader.of((byte[]) arguments[0]), identity);
            } catch (GeneralSecurityException e) {
                throw new Sealing.CannotOpen("not-for-us");
            }
        });
    }
}
