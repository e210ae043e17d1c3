// A remembered key lies in a database of its own, which is there only while it is wanted.
"use strict";

const DATABASE = `afterword ${BASE}`;

function database() {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
  return done(opening);
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function keep(key) {
  const store = await database();
  await done(store.transaction("keys", "readwrite").objectStore("keys").put(key, "wrapping"));
  store.close();
}

async function kept() {
  const names = (await indexedDB.databases()).map((one) => one.name);
  if (!names.includes(DATABASE)) return null;
  const store = await database();
  const key = await done(store.transaction("keys").objectStore("keys").get("wrapping"));
  store.close();
  return key ?? null;
}

function forget() {
  return done(indexedDB.deleteDatabase(DATABASE)).catch(() => null);
}
