package org.comity.evidence.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.comity.directory.Directory;
import org.comity.evidence.CarriedItems;
import org.comity.evidence.CustodyActs;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.ItemsOfThread;
import org.comity.evidence.PlainBytes;
import org.comity.evidence.disk.Disk.Line;
import org.comity.evidence.disk.Disk.Part;
import org.comity.evidence.disk.Disk.Step;
import org.comity.evidence.pages.DiskView;
import org.comity.ledger.Ledger;
import org.comity.proof.bag.Bag;
import org.comity.proof.bag.BagWriting;
import org.comity.proof.bag.ExportStatement;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemManifest;
import org.comity.thread.Threads;
import org.comity.ui.Language;
import org.comity.ui.Page;
import org.comity.ui.PagesForTests;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a work on the disk says of itself while it goes on, and how it ends. */
class DiskOfBagsTest {

    private static final Official PIA = new Official("pia", "P. Osei", "XB-1/o-3", Set.of());
    private static final Case CASE = new Case("thread", "XA-2026-000001");
    private static final String ITEM = "ab".repeat(32);

    @TempDir
    Path folder;

    private final List<Part> seen = new ArrayList<>();
    private PracticeDisk practice;

    @Test
    void a_bag_whose_item_is_destroyed_while_it_is_written_ends_in_a_sentence_and_unfinished() {
        practice = new PracticeDisk(folder).with(CarriedItems.class, (what, arguments) -> {
            ((BagWriting) arguments[0]).add("items/ab/item.json", "{}".getBytes(StandardCharsets.UTF_8));
            throw new EvidenceRefused("destroyed-meanwhile", "mailbox.mbox");
        });

        var name = practice.disk().writeOut(CASE, PIA);
        ended();

        assertThat(practice.work().lines())
                .containsExactly(new Line(name, false, "destroyed-meanwhile", "mailbox.mbox"));
        assertThat(practice.disk().folders()).extracting(Disk.Folder::kind).containsExactly(Disk.Kind.UNFINISHED);
        assertThat(WordsForTests.load().say(Language.ENGLISH, "disk.line.destroyed-meanwhile"))
                .contains("declared destroyed", "Delete its folder on the disk and press again");
    }

    @Test
    void while_a_bag_is_written_no_file_of_its_thread_has_a_name_that_would_outlive_a_killed_node() throws Exception {
        // Other processes have such a name for a moment, and those that were killed left theirs.
        var before = named();
        var written = new AtomicBoolean();
        practice = new PracticeDisk(folder)
                .with(Threads.class, (what, arguments) -> {
                    var zip = new ZipOutputStream((OutputStream) arguments[1]);
                    zip.putNextEntry(new ZipEntry("thread.json"));
                    zip.write("{}".getBytes(StandardCharsets.UTF_8));
                    zip.finish();
                    await().untilAsserted(() -> assertThat(before).containsAll(named()));
                    written.set(true);
                    return null;
                })
                .with(CarriedItems.class, (what, arguments) -> {
                    throw new EvidenceRefused("destroyed-meanwhile", "mailbox.mbox");
                });

        var name = practice.disk().writeOut(CASE, PIA);
        ended();

        assertThat(written).as("no name was seen while it was written").isTrue();
        assertThat(folder.resolve(name).resolve("data/thread/thread.json")).hasContent("{}");
    }

    private static List<String> named() throws IOException {
        var names = new ArrayList<String>();
        try (var all = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "comity-thread*")) {
            all.forEach(it -> names.add(it.toString()));
        }
        return names;
    }

    @Test
    void the_list_reads_what_each_bag_says_of_itself_and_nothing_else() throws Exception {
        practice = new PracticeDisk(folder);
        var bag = Files.createDirectories(folder.resolve("bag"));
        for (var each : List.of(Bag.DECLARATION, ExportStatement.FILE)) {
            Files.copy(Path.of("../docs/protocol/vectors/bags/one", each), bag.resolve(each));
        }

        assertThat(practice.disk().folders()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Disk.Kind.BAG);
            assertThat(it.from()).isEqualTo("XB-1");
        });
    }

    @Test
    void a_bag_that_is_checked_says_at_which_file_it_is_and_how_much_is_to_be_read() throws Exception {
        var bag = folder.resolve("bag");
        var writing = new BagWriting(bag, n -> {});
        writing.add("items/" + ITEM + "/item.json", new byte[10]);
        writing.add("items/" + ITEM + "/payload", new byte[5_000]);
        writing.finish(new TreeMap<>(), null);
        practice = new PracticeDisk(folder)
                .with(ItemArrivals.class, (what, arguments) -> Optional.empty())
                .with(Directory.class, (what, arguments) -> {
                    see();
                    return List.of();
                })
                .with(Ledger.class, (what, arguments) -> {
                    see();
                    return null;
                });

        practice.disk().bringIn("bag", PIA);
        ended();

        // Two files of the item, four of the bag, the item; its payload twice.
        long all = files(bag) + 5_000;
        var last = "data/items/" + ITEM;
        assertThat(seen).first().isEqualTo(new Part(Step.CHECKING, "", 0, 7, 0, all));
        assertThat(seen).last().satisfies(it -> {
            assertThat(it.name()).isEqualTo(last);
            assertThat(it.n()).isEqualTo(7);
            // The list of lists stands in none; and an item that is none is not read again.
            assertThat(it.bytes()).isEqualTo(files(bag) - Files.size(bag.resolve(Bag.TAGS)));
        });
        assertThat(practice.work().lines()).isNotEmpty().noneMatch(Line::good);
    }

    @Test
    void files_of_a_letter_say_how_far_they_are_while_they_are_hashed_brought_in_and_matched() throws Exception {
        var files = Files.createDirectories(folder.resolve("answer"));
        Files.write(files.resolve("a.txt"), new byte[300_000]);
        Files.write(files.resolve("b.txt"), new byte[1_000]);
        var id = UUID.randomUUID();
        practice = new PracticeDisk(folder).with(ItemsOfThread.class, DiskOfBagsTest::nothing);
        practice.with(Evidence.class, (what, arguments) -> {
            see();
            return switch (what) {
                case "begin" -> id;
                case "reached" -> 0L;
                case "add" -> (long) ((InputStream) arguments[2]).readAllBytes().length;
                case "finish" -> item(id, Item.State.SEALED);
                case "match" -> item(id, Item.State.MATCHED);
                default -> throw new UnsupportedOperationException(what);
            };
        });

        practice.disk().bringPlain("answer", Digests.sha256(new byte[300_000]) + "  a.txt", CASE, false, PIA);
        ended();

        assertThat(seen).first().isEqualTo(new Part(Step.COMPARING, "a.txt", 1, 2, 300_000, 903_000));
        assertThat(seen).last().isEqualTo(new Part(Step.COMPARING, "a.txt", 1, 2, 600_000, 903_000));
        assertThat(practice.work().bytes()).isEqualTo(903_000);
        assertThat(practice.work().part()).as("behind its end").isNull();
        assertThat(practice.work().lines()).extracting(Line::code).containsExactly("matched", "not-listed");
    }

    /** Neither here nor begun. */
    private static Object nothing(String what, Object[] arguments) {
        return List.of();
    }

    private static String sha256(Item item) {
        return item.manifest().orElseThrow().plain().sha256();
    }

    @Test
    void files_that_are_never_to_be_shown_are_marked_before_a_byte_of_them_is_here() throws Exception {
        var files = Files.createDirectories(folder.resolve("answer"));
        Files.write(files.resolve("new.jpg"), new byte[10]);
        Files.write(files.resolve("begun.jpg"), new byte[20]);
        Files.write(files.resolve("here.jpg"), new byte[30]);
        var begun = item(UUID.randomUUID(), "begun.jpg", 20, Item.State.ADDING);
        var here = item(UUID.randomUUID(), "here.jpg", 30, Item.State.MATCHED);
        var id = UUID.randomUUID();
        var marked = new HashSet<UUID>();
        practice = new PracticeDisk(folder).with(ItemsOfThread.class, (what, arguments) -> switch (what) {
            case "whole" -> arguments[1].equals(sha256(here)) ? List.of(here.id()) : List.of();
            case "begun" -> arguments[2].equals(begun.name()) ? List.of(begun.id()) : List.of();
            default -> throw new UnsupportedOperationException(what);
        });
        practice.with(Evidence.class, (what, arguments) -> switch (what) {
            case "begin" -> {
                if (((Evidence.Beginning) arguments[0]).sealedOnly()) marked.add(id);
                yield id;
            }
            case "keepSealed" -> {
                marked.add((UUID) arguments[0]);
                yield null;
            }
            case "part" -> Optional.empty();
            case "reached" -> 0L;
            case "add" -> {
                assertThat(marked).contains((UUID) arguments[0]);
                yield (long) ((InputStream) arguments[2]).readAllBytes().length;
            }
            case "finish", "match" -> item(id, Item.State.MATCHED);
            default -> throw new UnsupportedOperationException(what);
        });

        practice.disk()
                .bringPlain(
                        "answer",
                        Stream.of(10, 20, 30)
                                .map(it -> Digests.sha256(new byte[it]))
                                .collect(Collectors.joining("\n")),
                        CASE,
                        true,
                        PIA);
        ended();

        assertThat(practice.work().lines())
                .extracting(Line::code)
                .containsExactlyInAnyOrder("matched", "matched", "here-already");
        assertThat(marked).containsExactlyInAnyOrder(id, begun.id(), here.id());
    }

    /** Parts of two images are called alike; one of them was broken off, and the first image was begun after it. */
    @Test
    void what_is_here_of_another_file_of_the_same_name_and_size_is_not_gone_on_with() throws Exception {
        byte[] file = new byte[200_000];
        file[150_000] = 7;
        Files.write(Files.createDirectories(folder.resolve("answer/disk-2")).resolve("image.001"), file);
        var anothers = UUID.randomUUID();
        var unknown = UUID.randomUUID();
        var alikeAsFarAsKnown = UUID.randomUUID();
        var fresh = UUID.randomUUID();
        var reached = Map.of(anothers, 100_000L, unknown, 65_536L, alikeAsFarAsKnown, 200_000L, fresh, 0L);
        var asked = new ArrayList<List<Object>>();
        practice = new PracticeDisk(folder).with(ItemsOfThread.class, (what, arguments) -> {
            if (what.equals("begun")) asked.add(List.of(arguments));
            return what.equals("begun") ? List.of(anothers, unknown, alikeAsFarAsKnown) : List.of();
        });
        var added = new ArrayList<UUID>();
        practice.with(Evidence.class, (what, arguments) -> switch (what) {
            case "begin" -> fresh;
            case "part" ->
                arguments[0].equals(anothers)
                        ? Optional.of(new Evidence.Part(100_000, "ee".repeat(32)))
                        : arguments[0].equals(unknown)
                                ? Optional.empty()
                                : Optional.of(new Evidence.Part(100_000, Digests.sha256(new byte[100_000])));
            case "reached" -> reached.get((UUID) arguments[0]);
            case "add" -> {
                added.add((UUID) arguments[0]);
                yield (long) ((InputStream) arguments[2]).readAllBytes().length;
            }
            case "finish" -> {
                if (!arguments[0].equals(fresh)) throw new EvidenceRefused("other-hash", "What came is another");
                yield item(fresh, Item.State.SEALED);
            }
            case "match" -> item(fresh, Item.State.MATCHED);
            default -> throw new UnsupportedOperationException(what);
        });

        practice.disk().bringPlain("answer", Digests.sha256(file), CASE, false, PIA);
        ended();

        assertThat(practice.work().lines()).containsExactly(new Line("disk-2/image.001", true, "matched", ""));
        assertThat(added).containsExactly(alikeAsFarAsKnown, fresh);
        assertThat(asked).containsExactly(List.of("thread", "disk-2", "image.001", 200_000L));
    }

    @Test
    void what_was_broken_off_is_gone_on_with_if_the_file_begins_so() throws Exception {
        Files.write(Files.createDirectories(folder.resolve("answer")).resolve("image.001"), new byte[200_000]);
        var begun = UUID.randomUUID();
        practice = new PracticeDisk(folder)
                .with(ItemsOfThread.class, (what, arguments) -> what.equals("begun") ? List.of(begun) : List.of());
        var left = new ArrayList<Long>();
        practice.with(Evidence.class, (what, arguments) -> switch (what) {
            case "part" -> Optional.of(new Evidence.Part(65_536, Digests.sha256(new byte[65_536])));
            case "reached" -> 131_072L;
            case "add" -> {
                left.add((long) ((InputStream) arguments[2]).readAllBytes().length);
                yield 200_000L;
            }
            case "finish", "match" -> item(begun, Item.State.MATCHED);
            default -> throw new UnsupportedOperationException(what);
        });

        practice.disk().bringPlain("answer", Digests.sha256(new byte[200_000]), CASE, false, PIA);
        ended();

        assertThat(practice.work().lines()).extracting(Line::code).containsExactly("matched");
        assertThat(left).containsExactly(200_000L - 131_072);
    }

    @Test
    void what_is_given_to_a_state_without_a_node_is_written_as_the_files_it_was_with_their_hashes() throws Exception {
        var plain = item(UUID.randomUUID(), "a.txt", 300_000, Item.State.MATCHED);
        var alike = item(new UUID(0, 7), "A.txt", 20, Item.State.MATCHED);
        var never = neverShown(item(UUID.randomUUID(), "never.jpg", 30, Item.State.MATCHED));
        var early = item(UUID.randomUUID(), "early.txt", 40, Item.State.SEALED);
        var items = new ArrayList<>(List.of(plain, alike, never, early));
        var left = new ArrayList<UUID>();
        practice = giving(items, left);

        var name = practice.disk().writeFiles(CASE, false, PIA);
        ended();

        assertThat(practice.work().lines())
                .extracting(Line::code)
                .containsExactly("file-written", "file-written", "sealed-unconfirmed", "not-matched");
        assertThat(folder.resolve(name).resolve("a.txt")).hasBinaryContent(new byte[300_000]);
        assertThat(folder.resolve(name).resolve(alike.id() + "/A.txt")).hasBinaryContent(new byte[20]);
        assertThat(folder.resolve(name).resolve(ExportingDeliveredFiles.SUMS))
                .as("not whole")
                .doesNotExist();
        assertThat(left).containsExactly(plain.id(), alike.id());

        items.removeLast();
        assertThat(practice.disk().writeFiles(CASE, true, PIA)).isEqualTo(name);
        ended();

        assertThat(practice.work().lines())
                .extracting(Line::code)
                .containsExactly("file-here", "file-here", "file-written");
        assertThat(left).containsExactly(plain.id(), alike.id(), never.id());
        assertThat(folder.resolve(name).resolve(ExportingDeliveredFiles.SUMS))
                .hasContent(Digests.sha256(new byte[20]) + "  " + alike.id() + "/A.txt\n"
                        + Digests.sha256(new byte[300_000]) + "  a.txt\n" + Digests.sha256(new byte[30])
                        + "  never.jpg\n");
        assertThat(practice.disk().writeFiles(CASE, true, PIA))
                .as("another beside one that is finished")
                .isEqualTo(name + "-2");
        ended();
    }

    @Test
    void each_file_and_its_folder_is_forced_to_the_disk_before_the_list_says_that_it_is_there() throws Exception {
        var inside = inFolder(item(UUID.randomUUID(), "a.txt", 20, Item.State.MATCHED), "seized");
        practice = giving(List.of(inside), new ArrayList<>());

        var name = practice.disk().writeFiles(CASE, false, PIA);
        ended();

        var out = folder.resolve(name);
        var part = out.resolve("under-way.part");
        assertThat(practice.forced)
                .as("the file, the names above it, then the list and its name")
                .containsExactly(part, out, out.resolve("seized"), part, out);
        assertThat(out.resolve(ExportingDeliveredFiles.SUMS)).exists();
        assertThat(part).doesNotExist();
    }

    @Test
    void a_list_that_was_cut_short_is_not_taken_for_a_finished_folder() throws Exception {
        practice = giving(List.of(item(UUID.randomUUID(), "a.txt", 20, Item.State.MATCHED)), new ArrayList<>());
        practice.failing = true;
        var name = practice.disk().writeFiles(CASE, false, PIA);
        ended();
        assertThat(folder.resolve(name).resolve(ExportingDeliveredFiles.SUMS)).doesNotExist();

        practice.failing = false;
        assertThat(practice.disk().writeFiles(CASE, false, PIA))
                .as("gone on with")
                .isEqualTo(name);
        ended();
        assertThat(folder.resolve(name).resolve(ExportingDeliveredFiles.SUMS)).exists();
    }

    /** A large one is not written before midnight. */
    @Test
    void a_folder_that_is_not_finished_is_gone_on_with_whatever_its_day() throws Exception {
        practice = giving(List.of(item(UUID.randomUUID(), "a.txt", 20, Item.State.MATCHED)), new ArrayList<>());
        practice.failing = true;
        var today = practice.disk().writeFiles(CASE, false, PIA);
        ended();
        practice.failing = false;
        assertThat(today).matches(".*-\\d{4}-\\d{2}-\\d{2}-files");
        var before = today.replaceAll("\\d{4}-\\d{2}-\\d{2}-files$", "2020-01-31-files-2");
        Files.move(folder.resolve(today), folder.resolve(before));
        var bag = before.replace("-files-2", "");
        var ofAnother = before.replace(CASE.fileName(), "XA-2026-000002");
        for (var other : List.of(bag, ofAnother)) Files.createDirectory(folder.resolve(other));

        assertThat(practice.disk().writeFiles(CASE, false, PIA)).isEqualTo(before);
        ended();
        assertThat(folder.resolve(before).resolve(ExportingDeliveredFiles.SUMS)).exists();
        assertThat(folder.resolve(ofAnother)).isEmptyDirectory();

        assertThat(practice.disk().writeFiles(CASE, false, PIA))
                .as("after one that is finished")
                .isEqualTo(today);
        ended();
        assertThat(practice.disk().writeOut(CASE, PIA)).isEqualTo(bag);
        ended();
    }

    private static Item inFolder(Item item, String folder) {
        return new Item(
                item.id(),
                item.name(),
                folder,
                item.mediaType(),
                item.thread(),
                item.declaredSize(),
                item.state(),
                item.begunAt(),
                item.begunBy(),
                item.sealedOnly(),
                item.legalHold(),
                item.sealed());
    }

    @Test
    void what_an_act_names_and_is_not_here_any_more_is_said() throws Exception {
        var here = item(UUID.randomUUID(), "a.txt", 20, Item.State.MATCHED);
        var gone = item(UUID.randomUUID(), "b.txt", 30, Item.State.DESTROYED);
        practice = giving(List.of(here, gone), new ArrayList<>());

        var name = practice.disk().writeFiles(CASE, false, PIA);
        ended();

        assertThat(practice.work().lines()).extracting(Line::code).containsExactly("file-written", "file-gone");
        assertThat(folder.resolve(name).resolve(ExportingDeliveredFiles.SUMS))
                .as("not whole")
                .doesNotExist();
    }

    @Test
    void what_was_written_and_is_destroyed_before_the_folder_is_finished_does_not_stay_there() throws Exception {
        var id = UUID.randomUUID();
        var items = new ArrayList<>(List.of(
                item(id, "a.txt", 20, Item.State.MATCHED), item(UUID.randomUUID(), "b.txt", 30, Item.State.SEALED)));
        practice = giving(items, new ArrayList<>());
        var name = practice.disk().writeFiles(CASE, false, PIA);
        ended();
        assertThat(folder.resolve(name).resolve("a.txt")).exists();

        items.removeLast();
        items.set(0, item(id, "a.txt", 20, Item.State.DESTROYED));
        assertThat(practice.disk().writeFiles(CASE, false, PIA)).isEqualTo(name);
        ended();

        assertThat(practice.work().lines()).extracting(Line::code).containsExactly("file-gone");
        assertThat(folder.resolve(name)).isEmptyDirectory();
    }

    @Test
    void what_an_earlier_try_left_in_a_bag_is_told_with_what_to_do() throws Exception {
        practice = new PracticeDisk(folder).with(CarriedItems.class, (what, arguments) -> {
            throw new EvidenceRefused("destroyed-meanwhile", "mailbox.mbox");
        });
        var name = practice.disk().writeOut(CASE, PIA);
        ended();
        Files.createDirectories(folder.resolve(name).resolve("data/items/ab"));
        Files.writeString(folder.resolve(name).resolve("data/items/ab/item.json"), "{}");
        practice = new PracticeDisk(folder).with(CarriedItems.class, (what, arguments) -> {
            ((BagWriting) arguments[0]).finish(new TreeMap<>(), null);
            return 0;
        });

        assertThat(practice.disk().writeOut(CASE, PIA)).isEqualTo(name);
        ended();

        assertThat(practice.work().lines())
                .containsExactly(new Line(name, false, "bag-left-over", "bag-left-over: data/items/ab/item.json"));
        for (var language : List.of("en", "ar")) {
            assertThat(WordsForTests.load().has(language, "disk.line.bag-left-over"))
                    .isTrue();
        }
    }

    @Test
    void what_is_destroyed_or_found_damaged_while_it_is_written_does_not_lie_there() throws Exception {
        var gone = item(UUID.randomUUID(), "gone.txt", 20, Item.State.MATCHED);
        var damaged = item(UUID.randomUUID(), "damaged.txt", 30, Item.State.MATCHED);
        var left = new ArrayList<UUID>();
        practice = giving(List.of(gone, damaged), left).with(PlainBytes.class, (what, arguments) -> {
            if (((Item) arguments[0]).id().equals(damaged.id())) {
                return new SequenceInputStream(new ByteArrayInputStream(new byte[10]), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("A chunk is not authentic", new GeneralSecurityException("tag"));
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        return read();
                    }
                });
            }
            left.add(new UUID(0, 0));
            return new ByteArrayInputStream(new byte[20]);
        });

        var name = practice.disk().writeFiles(CASE, false, PIA);
        ended();

        assertThat(practice.work().lines()).extracting(Line::code).containsExactly("file-gone", "damaged");
        try (var files = Files.list(folder.resolve(name))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void where_no_act_gives_anything_to_such_a_state_nothing_is_written() {
        practice = giving(List.of(), new ArrayList<>());

        var name = practice.disk().writeFiles(CASE, false, PIA);
        ended();

        assertThat(practice.work().lines()).containsExactly(new Line(name, false, "nothing-given", ""));
        assertThat(folder.resolve(name)).doesNotExist();
    }

    /** @param left of which an entry was written; one of the id 0 says that the item was destroyed then */
    private PracticeDisk giving(List<Item> items, List<UUID> left) {
        return new PracticeDisk(folder)
                .with(
                        CustodyActs.class,
                        (what, arguments) -> items.stream()
                                .flatMap(it -> it.manifest().stream())
                                .map(ItemManifest::sha256)
                                .collect(Collectors.toSet()))
                .with(PlainBytes.class, (what, arguments) -> {
                    var item = (Item) arguments[0];
                    if (item.state() != Item.State.MATCHED) throw new EvidenceRefused("not-matched", "");
                    return new ByteArrayInputStream(new byte[(int) (long) arguments[2]]);
                })
                .with(Evidence.class, (what, arguments) -> switch (what) {
                    case "newest" -> List.copyOf(items).reversed();
                    case "exported" -> {
                        left.add((UUID) arguments[0]);
                        yield null;
                    }
                    case "item" ->
                        items.stream()
                                .filter(it -> it.id().equals(arguments[0]) && !left.contains(new UUID(0, 0)))
                                .findFirst();
                    default -> throw new UnsupportedOperationException(what);
                });
    }

    private static Item neverShown(Item item) {
        return new Item(
                item.id(),
                item.name(),
                item.folder(),
                item.mediaType(),
                item.thread(),
                item.declaredSize(),
                item.state(),
                item.begunAt(),
                item.begunBy(),
                true,
                null,
                item.sealed());
    }

    private static Item item(UUID id, String name, int size, Item.State state) {
        var manifest = new ItemManifest(
                "00".repeat(32),
                new ItemManifest.Payload("11".repeat(32), size + 32),
                new ItemManifest.Plain(Digests.sha256(new byte[size]), size),
                List.of());
        return new Item(
                id,
                name,
                "",
                "application/octet-stream",
                "thread",
                (long) size,
                state,
                PracticeDisk.NOON,
                "pia",
                false,
                null,
                state == Item.State.ADDING ? null : manifest);
    }

    @Test
    void the_page_shows_it_as_what_travels_by_wire_is_shown() {
        var work = new Disk.Work(
                "bag",
                Disk.Task.IN,
                null,
                PracticeDisk.NOON,
                2_000_000,
                new Part(Step.TAKING, ITEM, 3, 12, 3_000_000, 8_000_000),
                List.of(),
                0,
                0,
                0,
                null);

        assertThat(drawn(PagesForTests.english(PracticeDisk.NOON), work))
                .contains("Taking over item 3 of 12", ITEM, "37 %", "3 MB of", "8 MB<", "/evidence/disk#works");
        assertThat(drawn(PagesForTests.arabic(PracticeDisk.NOON), work))
                .contains("أخذ الدليل")
                .doesNotContain("disk.step");
    }

    @Test
    void the_page_counts_what_it_does_not_list_and_says_whether_anything_is_wrong() {
        var lines = List.of(new Line("a.txt", true, "matched", ""), new Line("b.txt", false, "missing", ITEM));
        var work = new Disk.Work(
                "answer",
                Disk.Task.PLAIN,
                null,
                PracticeDisk.NOON,
                2_000_000,
                null,
                lines,
                3_501,
                1,
                3_500,
                PracticeDisk.NOON);

        assertThat(drawn(PagesForTests.english(PracticeDisk.NOON), work))
                .contains("As it should be: 3,501. Not as it should be: 1. Counted and not listed: 3,500.");
        assertThat(drawn(PagesForTests.arabic(PracticeDisk.NOON), work))
                .contains("ليس كما ينبغي:")
                .doesNotContain("disk.count", "disk.not-shown");
    }

    private static String drawn(Page page, Disk.Work work) {
        var out = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "evidence/disk.jte",
                        Map.of("page", page, "disk", new DiskView(List.of(), List.of(work), "", "", false)),
                        out);
        return out.toString();
    }

    private void see() {
        seen.add(practice.work().part());
    }

    private void ended() {
        await().until(() -> practice.work().ended() != null);
    }

    private static long files(Path bag) throws Exception {
        return Bag.open(bag, Bag.Limits.STANDARD).files().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Item item(UUID id, Item.State state) {
        return new Item(
                id,
                "a.txt",
                "",
                "application/octet-stream",
                "thread",
                300_000L,
                state,
                PracticeDisk.NOON,
                "pia",
                false,
                null,
                null);
    }
}
