package dandori.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.training.*;
import java.util.*;
import org.junit.jupiter.api.Test;

class PublishedStepsTest {
    @Test
    void scratch() {
        CaseTable table = CaseTable.read(Shared.file("training/measured-iterations.csv"));
        List<CaseRow> rows = table.rows().stream().filter(r -> !r.machine().equals("tpu")).toList();
        long t0 = System.nanoTime();
        Calibrating c = new Calibrating(new CaseTable(table.columns(), rows));
        System.out.println("impossible " + c.impossible().size() + " used " + c.used().size() + " " + (System.nanoTime() - t0) / 1e9);
        for (String m : c.machines()) System.out.println(m + " " + c.constants(m));
        System.out.println((System.nanoTime() - t0) / 1e9);
        double[][] e = c.unseenErrors(4);
        System.out.println((System.nanoTime() - t0) / 1e9);
        show(c, e);
        show(c, new double[][] {c.unseenMachineErrors()});
        System.out.println((System.nanoTime() - t0) / 1e9);
        long bad = table.rows().stream().filter(r -> !MemoryNeed.of(r.what()).fits()).count();
        System.out.println("do not fit " + bad);
        Map<String,Integer> by = new TreeMap<>();
        for (CaseRow r : table.rows()) if (!MemoryNeed.of(r.what()).fits()) by.merge(r.set()+r.machine(),1,Integer::sum);
        System.out.println(by);
        table.rows().stream().filter(r -> !MemoryNeed.of(r.what()).fits()).limit(40).forEach(r -> System.out.println(MemoryNeed.of(r.what()).needsGib() + " " + r.what().model() + r.what().parallelism()));
    }
    static void show(Calibrating c, double[][] e) {
        String[] names = new String[c.used().size()];
        for (int i = 0; i < names.length; i++) { names[i] = c.used().get(i).machine() + (c.used().get(i).measurement().isMultiNode() ? " multi" : " single"); }
        for (String key : List.of("multi", "single")) System.out.printf("%s %.2f%n", key, 100 * median(e, names, n -> n.endsWith(key)));
        for (String n : new TreeSet<>(Arrays.asList(names))) System.out.printf("   %s %.2f%n", n, 100 * median(e, names, n::equals));
    }
    static double median(double[][] e, String[] names, java.util.function.Predicate<String> p) {
        double[] m = new double[e.length];
        for (int s = 0; s < m.length; s++) { double sum = 0; int k = 0; for (int i = 0; i < names.length; i++) if (p.test(names[i])) { sum += e[s][i]; k++; } m[s] = sum / k; }
        Arrays.sort(m); return (m[(m.length-1)/2] + m[m.length / 2])/2;
    }
}
