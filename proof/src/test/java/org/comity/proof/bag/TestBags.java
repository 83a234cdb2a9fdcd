package org.comity.proof.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.comity.proof.act.Act;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemManifest.Purpose;
import org.comity.proof.item.TestItems;
import org.comity.proof.log.TestLog;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.TestRegister;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seal.TestContainer;

/** A bag of a made-up thread with its items and log lines, said to be whole by XB-1. */
public record TestBags(Path root, List<TestItems> items) {

    /** @param number gives another thread */
    public static TestBags write(Path root, int number, int... sizes) throws IOException {
        return write(root, number, TestBags::statement, sizes);
    }

    /** @param maker says that the bag is whole */
    static TestBags write(Path root, int number, Function<Map<String, String>, ExportStatement> maker, int... sizes)
            throws IOException {
        var items = new ArrayList<TestItems>();
        for (int each : sizes) items.add(TestItems.of(each));
        var thread = TestActs.THREAD.substring(0, TestActs.THREAD.length() - 1) + number;
        byte[] order = ("order " + number).getBytes(UTF_8);
        var acts = new ArrayList<Act>();
        acts.add(act(
                thread,
                "request",
                "XA-1",
                List.of(),
                Map.of("days", 60),
                Attachment.of("order.txt", "text/plain", order)));
        acts.add(act(thread, "acknowledge", "XB-1", List.of(acts.getFirst().id()), Map.of()));
        acts.add(act(
                thread,
                "deliver",
                "XB-1",
                List.of(acts.getFirst().id()),
                Map.of("items", items.stream().map(it -> it.manifest().sha256()).toList())));
        acts.add(act(thread, "close", "XA-1", List.of(acts.getLast().id()), Map.of()));
        var writing = new BagWriting(root, written -> {});
        thread(writing, thread, acts, order);
        for (var each : items) item(writing, each);
        log(writing, number);
        writing.finish(new TreeMap<>(Map.of("Source-Organization", "XB-1")), maker::apply);
        return new TestBags(root, items);
    }

    private static void thread(BagWriting writing, String thread, List<Act> acts, byte[] order) throws IOException {
        var head = new ThreadBundle.Head(TestActs.NETWORK, thread, "XB-1", TestCertificates.XB_REGISTER.certificate());
        writing.add("thread/thread.json", head.json());
        var entries = new ArrayList<SignedEntry>();
        for (var act : acts) {
            var container = TestContainer.of(act);
            if (act.envelope().author().equals("XB-1")) container.signer = TestCertificates.XB;
            if (acts.getFirst() == act) container.stamped().files.put("attachments/order.txt", order);
            byte[] bytes = container.build();
            writing.add("thread/" + ThreadBundle.act(act.id()), bytes);
            entries.add(TestRegister.next(entries, acts, Digests.sha256(bytes)));
            writing.add(
                    "thread/" + ThreadBundle.register(entries.size()),
                    entries.getLast().json());
        }
    }

    private static void item(BagWriting writing, TestItems item) throws IOException {
        var folder = "items/" + item.manifest().sha256() + "/";
        writing.add(folder + "item.json", item.manifest().json());
        writing.add(folder + "payload", item.payload());
        for (var purpose : List.of(Purpose.HOLDER, Purpose.RECEIVER)) {
            byte[] header = item.header(purpose);
            writing.add(folder + "headers/" + Digests.sha256(header), header);
        }
    }

    private static void log(BagWriting writing, int number) throws IOException {
        var log = new TestLog();
        log.grow(5 + number);
        for (int n : new int[] {2, 4}) {
            writing.add("log/" + n + ".tlog-proof", log.proof(n, null).getBytes(UTF_8));
        }
    }

    public static ExportStatement statement(Map<String, String> files) {
        return statement("XB-1", TestCertificates.XB_REGISTER, files);
    }

    static ExportStatement statement(String maker, TestCertificates register, Map<String, String> files) {
        return ExportStatement.sign(
                TestActs.NETWORK,
                maker,
                TestCertificates.NOON.plusSeconds(100),
                files,
                register.certificate(),
                it -> TestRegister.signature(it, register.key()));
    }

    private static Act act(
            String thread,
            String type,
            String author,
            List<String> after,
            Map<String, Object> body,
            Attachment... with) {
        var of = TestActs.act(type, author, author.equals("XA-1") ? "XB-1" : "XA-1", after, body, with);
        var json = new LinkedHashMap<>(of.envelope().json());
        json.put("thread", thread);
        json.put("procedure", "assistance/1");
        json.put("facts", type.equals("deliver") ? Map.of("part", "whole") : Map.of());
        return Act.read(CanonicalJson.write(Map.of("envelope", json, "body", of.body())));
    }
}
