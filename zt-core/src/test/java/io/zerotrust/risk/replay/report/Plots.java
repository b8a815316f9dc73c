package io.zerotrust.risk.replay.report;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

import io.zerotrust.risk.replay.judge.Flagged;
import io.zerotrust.risk.replay.judge.Series;
import io.zerotrust.risk.replay.world.Attack;

/**
 * The plots of the report.
 */
public final class Plots {

	private static final double[] PRICES = { 0.0001, 0.0002, 0.0003, 0.0005, 0.0007, 0.001, 0.0015, 0.002, 0.003, 0.005,
			0.007, 0.01, 0.015, 0.02, 0.03, 0.05, 0.07, 0.1 };

	private final Results results;

	private final Path folder;

	private Plots(Results results, Path folder) {
		this.results = results;
		this.folder = folder;
	}

	/**
	 * Draw the plots.
	 * @param results what was measured
	 * @param folder where they are put
	 * @throws IOException if that fails
	 */
	public static void draw(Results results, Path folder) throws IOException {
		Plots plots = new Plots(results, folder);
		plots.save(plots.roc(), "roc");
		plots.save(plots.containment(), "containment");
		plots.save(plots.ablation(), "ablation");
		plots.save(plots.ramps(), "ramps");
	}

	private void save(Chart<?, ?> chart, String name) throws IOException {
		BitmapEncoder.saveBitmap(chart, this.folder.resolve(name).toString(), BitmapFormat.PNG);
	}

	private static XYChart lines(String x, String y) {
		XYChart chart = new XYChartBuilder().width(900).height(480).xAxisTitle(x).yAxisTitle(y).build();
		plain(chart.getStyler());
		return chart;
	}

	private static CategoryChart bars(String y) {
		CategoryChart chart = new CategoryChartBuilder().width(1100).height(560).yAxisTitle(y).build();
		plain(chart.getStyler());
		chart.getStyler().setXAxisLabelRotation(45);
		return chart;
	}

	private static void plain(AxesChartStyler styler) {
		styler.setChartBackgroundColor(Color.WHITE);
		styler.setLegendPosition(LegendPosition.OutsideE);
		styler.setLocale(Locale.ROOT);
	}

	private XYChart roc() {
		XYChart chart = lines("share of harmless sessions above the threshold", "share of incidents found");
		chart.getStyler().setXAxisLogarithmic(true).setYAxisMin(0.0).setYAxisMax(1.0);
		curve(chart, "base world", this.results.base());
		curve(chart, "shifted world", this.results.shifted());
		curve(chart, "harsh world", this.results.harsh());
		curve(chart, "login signals only, base", this.results.login());
		double[] rules = new double[PRICES.length];
		for (int i = 0; i < PRICES.length; i++) {
			double price = PRICES[i];
			rules[i] = this.results.rules().stream().mapToDouble((roc) -> roc.found(price).share()).average().orElse(0);
		}
		chart.addSeries("static rules, base", PRICES, rules).setMarker(SeriesMarkers.NONE);
		return chart;
	}

	private static void curve(XYChart chart, String name, Series series) {
		double[] found = new double[PRICES.length];
		for (int i = 0; i < PRICES.length; i++) {
			found[i] = series.found((attack) -> true, PRICES[i]).share();
		}
		chart.addSeries(name, PRICES, found).setMarker(SeriesMarkers.NONE);
	}

	private CategoryChart containment() {
		CategoryChart chart = bars("share contained");
		chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
		contained(chart, "14 warm days", this.results.base());
		contained(chart, "3 warm days", this.results.warm3());
		contained(chart, "1 warm day", this.results.warm1());
		return chart;
	}

	private static void contained(CategoryChart chart, String name, Series series) {
		List<String> kinds = new ArrayList<>();
		List<Double> shares = new ArrayList<>();
		for (Attack attack : Attack.values()) {
			kinds.add(attack.name().toLowerCase(Locale.ROOT).replace('_', ' '));
			shares.add(series.contained((other) -> other == attack).share());
		}
		chart.addSeries(name, kinds, shares);
	}

	private CategoryChart ablation() {
		CategoryChart chart = bars("change without the signal");
		List<String> signals = new ArrayList<>();
		List<Double> found = new ArrayList<>();
		List<Double> contained = new ArrayList<>();
		Series whole = this.results.ablation().get(0).series();
		for (Results.Without without : this.results.ablation().subList(1, this.results.ablation().size())) {
			signals.add(without.signal());
			found.add(without.series().found((attack) -> true, 0.001).share()
					- whole.found((attack) -> true, 0.001).share());
			contained
				.add(without.series().contained((attack) -> true).share() - whole.contained((attack) -> true).share());
		}
		chart.addSeries("found at 0.1 %", signals, found);
		chart.addSeries("contained", signals, contained);
		return chart;
	}

	private XYChart ramps() {
		XYChart chart = lines("multiple of what was usual", "share stopped");
		chart.getStyler().setXAxisLogarithmic(true).setYAxisMin(0.0).setYAxisMax(1.0);
		for (Flagged ramp : this.results.ramps()) {
			List<Double> sorted = new ArrayList<>(ramp.factors());
			Collections.sort(sorted);
			List<Double> stopped = new ArrayList<>(List.of(0.0));
			for (int i = 1; i <= sorted.size(); i++) {
				stopped.add((double) i / ramp.climbers());
			}
			sorted.add(0, 1.0);
			sorted.add(40.0);
			stopped.add(stopped.get(stopped.size() - 1));
			chart.addSeries(String.format(Locale.ROOT, "%.0f %% more each day", 100 * ramp.rate()), sorted, stopped)
				.setMarker(SeriesMarkers.NONE);
		}
		return chart;
	}

}
