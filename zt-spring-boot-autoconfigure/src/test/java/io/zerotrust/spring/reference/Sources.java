package io.zerotrust.spring.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;

/**
 * The Javadoc of the main sources, read by the compiler. What is not documented is empty.
 */
final class Sources {

	private static final List<Path> ROOTS = List.of(Path.of("../zt-core/src/main/java"), Path.of("src/main/java"));

	private final Map<String, String> texts = new HashMap<>();

	private Sources() {
	}

	static Sources read() {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
					files.getJavaFileObjectsFromPaths(paths()));
			Sources sources = new Sources();
			Reader reader = sources.new Reader(DocTrees.instance(task));
			for (CompilationUnitTree unit : task.parse()) {
				reader.scan(unit, unit.getPackageName() + ".");
			}
			return sources;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Path> paths() throws IOException {
		List<Path> paths = new ArrayList<>();
		for (Path root : ROOTS) {
			try (Stream<Path> files = Files.walk(root)) {
				files.filter((file) -> file.toString().endsWith(".java")).forEach(paths::add);
			}
		}
		return paths;
	}

	String type(Class<?> type) {
		return text(type.getCanonicalName());
	}

	/**
	 * Return what is said of a method, an enum constant or a component of a record.
	 */
	String member(Class<?> type, String name) {
		return text(type.getCanonicalName() + "#" + name);
	}

	/**
	 * Return what is said of the value a method returns.
	 */
	String returned(Method method) {
		return text(method.getDeclaringClass().getCanonicalName() + "#" + method.getName() + "#");
	}

	private String text(String name) {
		return this.texts.getOrDefault(name, "");
	}

	private final class Reader extends TreePathScanner<Void, String> {

		private final DocTrees docs;

		Reader(DocTrees docs) {
			this.docs = docs;
		}

		@Override
		public Void visitClass(ClassTree type, String prefix) {
			String name = prefix + type.getSimpleName();
			keep(name);
			return super.visitClass(type, name + ".");
		}

		@Override
		public Void visitMethod(MethodTree method, String prefix) {
			keep(member(prefix, method.getName()));
			return null;
		}

		@Override
		public Void visitVariable(VariableTree variable, String prefix) {
			keep(member(prefix, variable.getName()));
			return null;
		}

		private static String member(String prefix, CharSequence name) {
			return prefix.substring(0, prefix.length() - 1) + "#" + name;
		}

		private void keep(String name) {
			DocCommentTree comment = this.docs.getDocCommentTree(getCurrentPath());
			if (comment == null) {
				return;
			}
			Sources.this.texts.put(name, Javadoc.text(comment.getFullBody()));
			for (DocTree tag : comment.getBlockTags()) {
				if (tag instanceof ParamTree parameter) {
					Sources.this.texts.put(name + "#" + parameter.getName(), Javadoc.text(parameter.getDescription()));
				}
				if (tag instanceof ReturnTree returned) {
					Sources.this.texts.put(name + "#", Javadoc.text(returned.getDescription()));
				}
			}
		}

	}

}
